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

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link TomlParser}.
 */
class TomlParserTests {

	private final TomlParser parser = new TomlParser(64);

	@Test
	void readsEveryKindOfValue() throws TomlException {
		TomlTree values = this.parser.parse("""
				text = "a\\tb"
				integer = 0xFF
				float = -1.5e3
				flag = true
				moment = 2026-11-23T07:32:00.5+01:00
				local = 2026-11-23T07:32:00
				date = 2026-11-23
				time = 07:32
				array = [1, [2.0, "x"], { y = 1 }]
				dotted.key = "z"
				""").values();

		assertThat(values.root()).containsExactly(Map.entry("text", "a\tb"), Map.entry("integer", 255L),
				Map.entry("float", -1500.0), Map.entry("flag", true),
				Map.entry("moment", OffsetDateTime.parse("2026-11-23T07:32:00.5+01:00")),
				Map.entry("local", LocalDateTime.parse("2026-11-23T07:32:00")),
				Map.entry("date", LocalDate.parse("2026-11-23")), Map.entry("time", LocalTime.parse("07:32")),
				Map.entry("array", List.of(1L, List.of(2.0, "x"), Map.of("y", 1L))),
				Map.entry("dotted", Map.of("key", "z")));
	}

	@Test
	void keepsTheBytesOfTheSourceAndItsDigest() throws TomlException {
		SourceContent content = SourceContent.of("\uFEFFa = 1 # \u20AC\r\n \n".getBytes(StandardCharsets.UTF_8), "r1");

		TomlDocument document = this.parser.parse(content);

		assertThat(document.bytes()).isEqualTo(content.bytes());
		assertThat(document.digest()).isEqualTo(content.digest());
		assertThat(document.values()).isEqualTo(new TomlTree(Map.of("a", 1L)));
		assertThat(this.parser.parse(document.text()).digest()).isEqualTo(content.digest());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a = 1\\na = 2                 | 2:1
			a = 1\\n[a]                   | 2:1
			a = 1\\nb = 80 80             | 2:8
			a = "x                        | 1:7
			\uFEFFa = 1\\nb = ?           | 2:5
			\uFEFFa = ?                   | 1:5
			a = 99999999999999999999      | 1:5
			a = 1e999                     | 1:5
			"\uD83D\uDE00" = ?            | 1:7
			a = 1\\r\\nb = ?              | 2:5
			""")
	void errorsHaveTheirPlace(String text, String place) {
		TomlException rejection = rejection(text.translateEscapes());

		Problem first = rejection.getProblems().get(0);
		assertThat(first.line() + ":" + first.column()).as(first.message()).isEqualTo(place);
		assertThat(first.stage()).isEqualTo(Problem.Stage.PARSE);
		assertThat(first.message()).isNotBlank();
	}

	@Test
	void allErrorsAreReportedInTheirOrder() {
		List<Problem> problems = rejection("a = ?\nb = 1\nc = \nb = 2\n").getProblems();

		assertThat(problems).extracting(Problem::line).isSorted().contains(1, 3, 4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "c = { a = 1,[", "c={a=1,[\n[a]\n", "c = { a = [1,", "c = {[", "c = { a = 1, { b", "[[[",
			"]", "= 1", "a = {a = {a = {", "a = [{a = 1,[", "\"", "'''", "\"\"\"\\", "a = 1\u0000", "\r" })
	void malformedTextsAreRejectedWithProblem(String text) {
		assertThat(rejection(text).getProblems()).isNotEmpty();
	}

	@Test
	void whateverIsWrongIsTomlException() {
		String seedText = "a = { b = 1, c = [ \"x\", 'y' ] }\n[t.u]\nd = 2026-11-23T07:32:00Z # c\n[[v]]\ne = \"\"\"\nf\"\"\"\n";
		Random random = new Random(42);
		for (int i = 0; i < 1500; i++) {
			StringBuilder text = new StringBuilder(seedText);
			for (int edits = random.nextInt(3); edits >= 0; edits--) {
				int at = random.nextInt(text.length());
				if (random.nextBoolean()) {
					text.insert(at, "[]{},=.\"'#\n\\ 1a".charAt(random.nextInt(15)));
				}
				else {
					text.deleteCharAt(at);
				}
			}
			if (random.nextInt(3) == 0) {
				text.setLength(random.nextInt(text.length()));
			}
			assertThatCode(() -> parseOrReject(text.toString())).as("mutation %s: <%s>", i, text)
				.doesNotThrowAnyException();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{a=", "a.", "[{b=" })
	void nestingDeeperThanAllowedIsRejected(String opening) {
		String prefix = opening.equals("a.") ? "" : "x = ";

		assertThatExceptionOfType(TomlException.class)
			.isThrownBy(() -> this.parser.parse(prefix + opening.repeat(20_000)))
			.satisfies((ex) -> assertThat(ex.getProblems()).isNotEmpty());
	}

	@Test
	void nestingIsAllowedUpToTheLimit() throws TomlException {
		TomlParser shallow = new TomlParser(4);

		assertThat(shallow.parse("a = [[[1]]]").values().keys()).hasSize(1);
		assertThatExceptionOfType(TomlException.class).isThrownBy(() -> shallow.parse("a = [[[[[1]]]]]"))
			.withMessage("TOML:1:10: must be nested at most 4 levels deep (max-depth), found more");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			a = 1\\nb = 2\\n                          | reads
			a = 1\\n[t]\\nb = 2\\n                    | 3:1
			a = 1\\nb = { c = 2 }\\n                  | 2:7
			a = { b = { c = 1 } }\\n                  | 1:13
			a.b = 1\\n\\n  c = [1, { d = 2 }, { e = 3 }]\\n | 3:13
			a = ''' b = c = d = '''\\n# e = f\\n      | reads
			""")
	void moreKeysThanAllowedAreRejected(String text, String place) {
		TomlParser parser = new TomlParser(64, 2, TomlVersion.V1_1);

		TomlException rejection = catchThrowableOfType(TomlException.class,
				() -> parser.parse(text.translateEscapes()));

		assertThat((rejection != null) ? rejection.getMessage() : "reads").isEqualTo(
				place.equals("reads") ? place : "TOML:" + place + ": must have at most 2 keys (max-keys), found more");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			a = [1,            | 1:8
			a = [1,\\n         | 2:1
			a = [1,\\n\\n# c   | 3:4
			a = '''x\\ny       | 2:2
			""")
	void whatIsNeverClosedIsWrongAtTheEnd(String text, String place) {
		String unclosed = text.translateEscapes();

		Problem brief = rejection(unclosed).getProblems().get(0);
		Problem afterLongRun = rejection("\n".repeat(1000) + unclosed).getProblems().get(0);

		assertThat(brief.line() + ":" + brief.column()).isEqualTo(place);
		assertThat(afterLongRun.line()).isEqualTo(1000 + brief.line());
		assertThat(afterLongRun.column()).isEqualTo(brief.column());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			|1002:1
			  # c|1002:6
			""")
	void endBehindALongRunIsTheLastLine(@Nullable String end, String place) {
		String last = (end != null) ? end : "";

		Problem problem = rejection("a = [1,\n" + "# c\n".repeat(1000) + last).getProblems().get(0);

		assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
	}

	@Test
	void tooManyProblemsAreSummedUp() {
		List<Problem> problems = rejection("a = 1\n".repeat(5000)).getProblems();

		assertThat(problems).hasSize(101);
		assertThat(problems.get(100).message()).isEqualTo("and at least 4899 more problems from here on");
	}

	@Test
	void errorsThatAreFarApartAreReportedTogether() {
		StringBuilder text = new StringBuilder("first = = 1\n");
		for (int i = 0; i < 1000; i++) {
			text.append("key").append(i).append(" = 2026-11-23 # not plain\n");
		}
		text.append("second = ?\n[third\n");

		assertThat(rejection(text.toString()).getProblems()).extracting(Problem::line).containsExactly(1, 1002, 1003);
	}

	@Test
	void firstProblemIsTheMessage() {
		assertThat(rejection("a = 1\na = 2")).hasMessageStartingWith("TOML:2:1: ");
	}

	@Test
	void descriptionDoesNotShowTheText() throws TomlException {
		assertThat(this.parser.parse("password = \"hunter2\"").toString()).doesNotContain("hunter2");
	}

	private void parseOrReject(String text) {
		try {
			assertThat(this.parser.parse(text).text()).isEqualTo(text);
		}
		catch (TomlException ex) {
			assertThat(ex.getProblems()).isNotEmpty();
		}
	}

	private TomlException rejection(String text) {
		TomlException rejection = catchThrowableOfType(TomlException.class, () -> this.parser.parse(text));
		assertThat(rejection).as(text).isNotNull();
		return rejection;
	}

}
