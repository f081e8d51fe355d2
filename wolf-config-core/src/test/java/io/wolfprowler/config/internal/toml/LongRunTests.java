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
import java.util.Random;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for texts with long runs of blank and comment lines, which the parser sees cut
 * short.
 */
@Timeout(30)
class LongRunTests {

	private static final int MANY = 20_000;

	private final TomlParser parser = new TomlParser(64);

	@ParameterizedTest
	@ValueSource(strings = { "\n", "# a comment\n", "  \t\n", "\t# indented\n", "\r\n", "# with return\r\n" })
	void longRunIsReadAndKept(String line) throws TomlException {
		String text = "a = 1\n" + line.repeat(MANY) + "[t]\nb = 2 # two\n" + line.repeat(MANY);

		TomlDocument document = this.parser.parse(text);

		assertThat(document.values()).isEqualTo(this.parser.parse("a = 1\n[t]\nb = 2").values());
		assertThat(document.text()).isEqualTo(text);
		assertThat(document.edit(List.of(new TomlEdit(KeyPath.parse("t.b"), 3L))).text())
			.isEqualTo(text.replace("b = 2 # two", "b = 3 # two"));
	}

	@Test
	void longRunWithinAnArrayIsRead() throws TomlException {
		String text = "a = [ 1,\n" + "# one\n".repeat(MANY) + "2,\n" + "\n".repeat(MANY) + "]\nb = 1\n";

		TomlDocument document = this.parser.parse(text);

		assertThat(document.values().at(KeyPath.parse("a"))).isEqualTo(List.of(1L, 2L));
		assertThat(document.edit(List.of(new TomlEdit(KeyPath.parse("b"), 2L))).text())
			.isEqualTo(text.replace("b = 1", "b = 2"));
	}

	@Test
	void locationsAreThoseOfTheOriginalText() throws TomlException {
		TomlDocument document = this.parser
			.parse("\n".repeat(MANY) + "port = 1\n" + "#\n".repeat(MANY) + "[t]\nx = 2\n");

		assertThat(document.locations().atValue(Problem.invalid("port", "wrong"), KeyPath.parse("port")))
			.isEqualTo(Problem.invalid("port", "wrong").at(MANY + 1, 8));
		assertThat(document.locations().atKey(Problem.invalid("t.x", "wrong"), KeyPath.parse("t.x")))
			.isEqualTo(Problem.invalid("t.x", "wrong").at(2 * MANY + 3, 1));
	}

	@Test
	void locationsOfErrorsAreThoseOfTheOriginalText() {
		String text = "a = 1\n" + "#\n".repeat(MANY) + "a = 2\n" + "\n".repeat(MANY) + "b = = 3\n";

		assertThatExceptionOfType(TomlException.class).isThrownBy(() -> this.parser.parse(text))
			.satisfies((ex) -> assertThat(ex.getProblems()).extracting((problem) -> problem.describe("f"))
				.anySatisfy((line) -> assertThat(line)
					.isEqualTo("f:" + (MANY + 2) + ":1: a previously defined at line 1, column 1"))
				.anySatisfy((line) -> assertThat(line).startsWith("f:" + (2 * MANY + 3) + ":5: Unexpected '='")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = \"\"\"\n%s\"\"\"\n", "a = '''\n%s'''\n" })
	void linesOfAStringAreNoRun(String string) throws TomlException {
		String lines = "# in the string\n".repeat(100) + "\n".repeat(100);

		assertThat(this.parser.parse(string.replace("%s", lines)).values().at(KeyPath.parse("a"))).isEqualTo(lines);
	}

	@Test
	void commentThatTheParserRejectsIsStillRejected() {
		assertThatExceptionOfType(TomlException.class)
			.isThrownBy(() -> this.parser.parse("# fine\n".repeat(200) + "# bell \u0007\n" + "a = 1\n"))
			.satisfies((ex) -> assertThat(ex.getProblems().get(0).line()).isEqualTo(201));
	}

	@Test
	void markerIsNothingTheTextHas() throws TomlException {
		String text = "#-0;\n#--1;\n" + "# run\n".repeat(200) + "a = 1\n";

		assertThat(this.parser.parse(text).edit(List.of(new TomlEdit(KeyPath.parse("a"), 2L))).text())
			.isEqualTo(text.replace("a = 1", "a = 2"));
	}

	@Test
	void everyRandomTextMeansTheSameWithLongRuns() throws TomlException {
		GuardedParser guarded = new GuardedParser(64, 100_000, TomlVersion.V1_1, 4096);
		for (int seed = 0; seed < 300; seed++) {
			Random random = new Random(seed);
			StringBuilder dense = new StringBuilder();
			StringBuilder sparse = new StringBuilder();
			for (int i = 0; i < 8; i++) {
				String statement = statement(random, i);
				dense.append(statement);
				sparse.append((random.nextBoolean() ? "# c\n" : "\n").repeat(random.nextInt(150))).append(statement);
			}

			TomlDocument thinned = this.parser.parse(sparse.toString());

			assertThat(thinned.values()).as("seed %d", seed).isEqualTo(this.parser.parse(dense.toString()).values());
			assertThat(guarded.editable(sparse.toString()).toToml()).as("seed %d", seed).isEqualTo(sparse.toString());
		}
	}

	@Test
	void twoMegabytesOfCommentsAreRead() throws TomlException {
		assertThat(this.parser.parse("# comment\n".repeat(200_000) + "a = 1\n").values().keys()).hasSize(1);
	}

	private static String statement(Random random, int i) {
		return switch (random.nextInt(6)) {
			case 0 -> "k" + i + " = \"\"\"\n# no comment\n\n\\\"\"\"\"\"\n";
			case 1 -> "k" + i + " = '''\n#\n\n''\n'''\n";
			case 2 -> "k" + i + " = [ 1, # one\n\n#x\n 2 ]\n";
			case 3 -> "k" + i + " = \"it's # \\\" no comment\" # but this is\n";
			case 4 -> "k" + i + " = 'C:\\\"#' #\"\n";
			default -> "[t" + i + "]\nx = 1\n";
		};
	}

}
