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

package io.wolfprowler.config.internal.toml;

import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs the toml-test corpora of TOML 1.0 and 1.1 against {@link TomlParser}: bytes in,
 * values compared by type. There are no exceptions.
 */
class TomlComplianceTests {

	@TestFactory
	Stream<DynamicTest> validFilesAreReadAndKeptByteForByte() {
		return files("valid", (corpus, name, version) -> {
			byte[] bytes = corpus.bytes(name);

			TomlDocument document = parser(version).parse(SourceContent.of(bytes));

			assertThat(document.bytes()).isEqualTo(bytes);
			assertThat(document.values()).isEqualTo(expected(corpus, name));
		});
	}

	@TestFactory
	Stream<DynamicTest> invalidFilesAreRefused() {
		return files("invalid",
				(corpus, name, version) -> assertThatExceptionOfType(TomlException.class)
					.isThrownBy(() -> parser(version).parse(SourceContent.of(corpus.bytes(name))))
					.satisfies((ex) -> assertThat(ex.getProblems()).isNotEmpty()));
	}

	@ParameterizedTest
	@EnumSource
	void countsAreReported(TomlVersion version) {
		TomlTestCorpus corpus = TomlTestCorpus.find();
		List<String> valid = corpus.names("valid", version);
		List<String> invalid = corpus.names("invalid", version);

		long read = valid.stream().filter((name) -> expected(corpus, name).equals(read(corpus, name, version))).count();
		long rejected = invalid.stream().filter((name) -> read(corpus, name, version) == null).count();

		System.out.printf("toml-test %s.0: %d of %d valid, %d of %d invalid%n", version, read, valid.size(), rejected,
				invalid.size());
		assertThat(read).isEqualTo(valid.size());
		assertThat(rejected).isEqualTo(invalid.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = { b = 1, }", "a = { b = 1,\n c = 2 }", "a = \"\\e[0m\"", "a = \"\\x41\"", "a = 07:32",
			"a = 2026-11-23T07:32Z" })
	void newSyntaxOfOneDotOneIsRejectedAsOneDotZero(String text) throws TomlException {
		assertThat(parser(TomlVersion.V1_1).parse(text).values().root()).containsOnlyKeys("a");
		assertThatExceptionOfType(TomlException.class).isThrownBy(() -> parser(TomlVersion.V1_0).parse(text))
			.satisfies((ex) -> assertThat(ex.getProblems().get(0).line()).isEqualTo(1));
	}

	private static @Nullable TomlTree read(TomlTestCorpus corpus, String name, TomlVersion version) {
		try {
			return parser(version).parse(SourceContent.of(corpus.bytes(name))).values();
		}
		catch (TomlException ex) {
			return null;
		}
	}

	private static TomlTree expected(TomlTestCorpus corpus, String name) {
		return ExpectedValues.of(corpus.bytes(name.replaceFirst("\\.toml$", ".json")));
	}

	private static TomlParser parser(TomlVersion version) {
		return new TomlParser(64, 200_000, version);
	}

	private static Stream<DynamicTest> files(String kind, Check check) {
		TomlTestCorpus corpus = TomlTestCorpus.find();
		return Stream.of(TomlVersion.values())
			.flatMap((version) -> corpus.names(kind, version)
				.stream()
				.map((name) -> DynamicTest.dynamicTest(version + ": " + name, () -> check.run(corpus, name, version))));
	}

	private interface Check {

		void run(TomlTestCorpus corpus, String name, TomlVersion version) throws TomlException;

	}

}
