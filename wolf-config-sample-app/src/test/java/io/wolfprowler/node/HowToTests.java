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
package io.wolfprowler.node;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the recipes of {@code docs/how-to.md} are whole.
 */
class HowToTests {

	private static final Document HOW_TO = Document.at("docs/how-to.md");

	@TempDir
	static Path directory;

	private static JavaBlocks java;

	@BeforeAll
	static void compileJava() {
		java = HOW_TO.compiled(directory);
	}

	@Test
	void javaCompilesWithoutErrorsAndWarnings() {
		assertThat(HOW_TO.blocks("java")).hasSizeGreaterThan(5);
		assertThat(java.complaints()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("toml")
	void tomlIsTheConfigurationOfARecord(CodeBlock toml) {
		assertThat(Document.complaints(toml, java, directory)).isEmpty();
	}

	@Test
	void linksLeadToFiles() {
		assertThat(HOW_TO.links()).isNotEmpty().allSatisfy((link) -> assertThat(link).exists());
	}

	static Stream<CodeBlock> toml() {
		return HOW_TO.blocks("toml");
	}

}
