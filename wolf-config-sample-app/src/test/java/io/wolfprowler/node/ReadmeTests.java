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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;
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

	private static final List<CodeBlock> BLOCKS = CodeBlock.in(ROOT.resolve("README.md"));

	// A word with a slash, perhaps the value of an option, that is no address.
	private static final Pattern FILE = Pattern.compile("(?<=[ =]|^)[\\w.-]+(?:/[\\w.-]+)+(?=\\s|$)",
			Pattern.MULTILINE);

	private static final Pattern MODULES = Pattern.compile("(?<= -pl )\\S+");

	private static final Pattern EDIT = Pattern.compile("sed -i 's/([^/]+)/[^/]*/' ([^\\s;]+)");

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

	@TempDir
	static Path directory;

	private static JavaBlocks java;

	@BeforeAll
	static void compileJava() {
		java = new JavaBlocks(blocks("java").toList(), directory);
	}

	@Test
	void hasBlocksOfEveryLanguage() {
		assertThat(BLOCKS).extracting(CodeBlock::language).contains("java", "toml", "sh");
	}

	@Test
	void javaCompilesWithoutErrorsAndWarnings() {
		assertThat(java.complaints()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("toml")
	void tomlIsTheConfigurationOfARecord(CodeBlock toml) throws IOException {
		Path file = Files.writeString(directory.resolve("README.toml"), toml.text());
		StringBuilder problems = new StringBuilder();

		boolean fits = Stream.concat(Stream.of(WolfConfig.class), java.records())
			.anyMatch((type) -> fits(file, type, problems));

		assertThat(fits).as(problems.toString()).isTrue();
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
	void linksLeadToFiles() throws IOException {
		List<String> links = LINK.matcher(Files.readString(ROOT.resolve("README.md")))
			.results()
			.map((link) -> link.group(1))
			.toList();

		assertThat(links).isNotEmpty().allSatisfy(ReadmeTests::exists);
	}

	static Stream<CodeBlock> toml() {
		return blocks("toml");
	}

	static Stream<CodeBlock> sh() {
		return blocks("sh");
	}

	private static Stream<CodeBlock> blocks(String language) {
		return BLOCKS.stream().filter((block) -> block.language().equals(language));
	}

	private static boolean fits(Path file, Class<?> type, StringBuilder problems) {
		try (ConfigManager<?> manager = ConfigManager.builder(type).file(file).build()) {
			return manager.getConfig() != null;
		}
		catch (ConfigException | IllegalArgumentException ex) {
			problems.append(System.lineSeparator()).append(type.getSimpleName()).append(": ").append(ex.getMessage());
			return false;
		}
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
