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

package io.wolfprowler.config.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code docs/reliability.md}: every script is in it, and every test it names
 * is there.
 */
@Tag("faults")
class ReliabilityTests {

	private static final Path PAGE = Path.of("../docs/reliability.md");

	private static final Path SCRIPTS = Path.of("src/test/resources/faults");

	private static final List<Path> TESTS = Stream.of("core", "starter", "remote", "sample-app")
		.map((module) -> Path.of("../wolf-config-" + module + "/src/test/java"))
		.toList();

	@Test
	void tellsOfEveryScript() throws IOException {
		String page = Files.readString(PAGE);
		List<String> scripts = names(SCRIPTS, ".txt").stream()
			.flatMap((file) -> FaultFile.read(file).stream())
			.map((script) -> "\n| " + script.name() + " | ")
			.toList();

		assertThat(scripts).hasSizeGreaterThan(100).doesNotHaveDuplicates().allMatch(page::contains);
	}

	@Test
	void namesOnlyWhatIsThere() throws IOException {
		Set<String> named = Pattern.compile("`(\\w+Tests|\\w+\\.txt)`")
			.matcher(Files.readString(PAGE))
			.results()
			.map((MatchResult result) -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> present = new TreeSet<>(names(SCRIPTS, ""));
		for (Path tests : TESTS) {
			names(tests, ".java").forEach((file) -> present.add(file.replace(".java", "")));
		}

		assertThat(named).hasSizeGreaterThan(20).isSubsetOf(present);
	}

	private static List<String> names(Path directory, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.map((file) -> file.getFileName().toString()).filter((name) -> name.endsWith(ending)).toList();
		}
	}

}
