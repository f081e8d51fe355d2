/*
 * Copyright 2026 the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.wolfprowler.config.toml;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.wolfprowler.config.SourceContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs the toml-test corpus of TOML 1.1 against {@link TomlParser}. There are no
 * exceptions.
 */
class TomlComplianceTests {

	private final TomlParser parser = new TomlParser(64);

	@TestFactory
	Stream<DynamicTest> validFilesAreReadAndKeptByteForByte() {
		TomlTestCorpus corpus = TomlTestCorpus.find();
		return corpus.names("valid").stream().map((name) -> DynamicTest.dynamicTest(name, () -> {
			byte[] bytes = corpus.bytes(name);

			TomlDocument document = this.parser.parse(SourceContent.of(bytes));

			assertThat(document.bytes()).isEqualTo(bytes);
			assertThat(document.values())
				.isEqualTo(ExpectedValues.of(corpus.bytes(name.replaceFirst("\\.toml$", ".json"))));
		}));
	}

	@TestFactory
	Stream<DynamicTest> invalidFilesAreRefused() {
		TomlTestCorpus corpus = TomlTestCorpus.find();
		return corpus.names("invalid")
			.stream()
			.map((name) -> DynamicTest.dynamicTest(name,
					() -> assertThatExceptionOfType(TomlException.class)
						.isThrownBy(() -> this.parser.parse(SourceContent.of(corpus.bytes(name))))
						.satisfies((ex) -> assertThat(ex.getProblems()).isNotEmpty())));
	}

}
