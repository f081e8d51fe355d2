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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what {@code README.md} shows is so.
 */
class ReadmeTests {

	private static final Path ROOT = Path.of("..");

	private static final Document README = Document.at("README.md");

	// A word with a slash, perhaps the value of an option, that is no address.
	private static final Pattern FILE = Pattern.compile("(?<=[ =]|^)[\\w.-]+(?:/[\\w.-]+)+(?=\\s|$)",
			Pattern.MULTILINE);

	private static final Pattern MODULES = Pattern.compile("(?<= -pl )\\S+");

	private static final Pattern EDIT = Pattern.compile("sed -i 's/([^/]+)/[^/]*/' ([^\\s;]+)");

	@TempDir
	static Path directory;

	private static JavaBlocks java;

	@BeforeAll
	static void compileJava() {
		java = README.compiled(directory);
	}

	@Test
	void hasBlocksOfEveryLanguage() {
		assertThat(README.blocks()).extracting(CodeBlock::language).contains("java", "toml", "sh");
	}

	@Test
	void javaCompilesWithoutErrorsAndWarnings() {
		assertThat(java.complaints()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("toml")
	void tomlIsTheConfigurationOfARecord(CodeBlock toml) {
		assertThat(Document.complaints(toml, java, directory)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("sh")
	void commandsNameWhatExists(CodeBlock sh) {
		String commands = sh.text().replaceAll("'[^']*'", "''");

		assertThat(matches(FILE, commands).map(ReadmeTests::beforeTheBuild)).allSatisfy(ReadmeTests::exists);
		assertThat(matches(MODULES, commands).flatMap((modules) -> Stream.of(modules.split(","))))
			.allSatisfy((module) -> exists(module + "/pom.xml"));
	}

	@ParameterizedTest
	@MethodSource("sh")
	void editsFindWhatTheyReplace(CodeBlock sh) throws IOException {
		Matcher edit = EDIT.matcher(sh.text());
		while (edit.find()) {
			assertThat(Files.readString(ROOT.resolve(edit.group(2)))).containsOnlyOnce(edit.group(1));
		}
	}

	@Test
	void linksLeadToFiles() {
		assertThat(README.links()).isNotEmpty().allSatisfy((link) -> assertThat(link).exists());
	}

	static Stream<CodeBlock> toml() {
		return README.blocks("toml");
	}

	static Stream<CodeBlock> sh() {
		return README.blocks("sh");
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((match) -> match.group());
	}

	// The jar of a module has its name.
	private static String beforeTheBuild(String file) {
		return file.replaceFirst("^([^/]+)/target/\\1\\.jar$", "$1/pom.xml");
	}

	private static void exists(String file) {
		assertThat(ROOT.resolve(file)).exists();
	}

}
