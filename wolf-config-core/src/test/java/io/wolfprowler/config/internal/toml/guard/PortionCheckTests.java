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

package io.wolfprowler.config.internal.toml.guard;

import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.HostileShape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tomlj.TomlParseOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PortionCheck}, without a clock: whatever the parser sees at once is
 * short, or follows no error.
 */
@Tag("faults")
@Timeout(120)
class PortionCheckTests {

	private static final int PORTION = 1000;

	private static final List<String> CONTEXTS = List.of("", "a = ", "a = [", "a = [\n1,", "a = {", "a = {\nb = 1,",
			"a = \"", "a = '", "a = \"\"\"", "a = '''\n", "[", "[[", "# ", "a.", "\"\"\"\n", "a = [{b = '''\n",
			"a = 1 ");

	private static final List<String> UNITS = List.of("\n", "\r\n", "\r", " \n", "\f\n", "#\n", "# \u0007\n",
			"#\uD83D\uDE00\n", "\u0000\n", "\uFEFF\n", ",", ",\n", "[", "]\n", "[]\n", "{", "}\n", "=\n", ".", "\"",
			"\"\n", "'\n", "\"\"\"\n", "'''\n", "\\", "\\\n", "a\n", "a=1\n", "a=[\n", "a={\n", "a=\"\n", "a='''\n",
			"a=[1\n", "[a]\n", "[[a\n", "1,", "1,\n", "1\n", "1 ", "\"\"\"x\"\"\",\n", "{a=1},", "a = 1 1\n", "!\n\n",
			"1979-05-27 ", "true ");

	@ParameterizedTest
	@MethodSource("shapes")
	void theParserSeesNoLongTextWithAnErrorInIt(HostileShape shape) throws UnreadableTextException {
		assertThatLittleIsSeen(shape.text(20 * PORTION), shape.unit());
	}

	@Test
	void theParserSeesNoLongTextWithAnErrorInAnyContext() throws UnreadableTextException {
		for (String context : CONTEXTS) {
			for (String unit : UNITS) {
				assertThatLittleIsSeen(new HostileShape("", context, unit, "", false).text(8 * PORTION), unit);
			}
		}
	}

	static Stream<HostileShape> shapes() {
		return HostileShape.all().stream();
	}

	private static void assertThatLittleIsSeen(String original, String unit) throws UnreadableTextException {
		ThinnedText thinned = ThinnedText.of(original);
		PortionScanner portions = new PortionScanner(thinned.text(), PORTION);
		for (Portion portion = portions.next(); portion != null; portion = portions.next()) {
			if (portion.soundness() == Portion.Soundness.BROKEN) {
				break;
			}
			assertThat(isShort(portion, thinned.text())).as("unit %s", unit.chars().boxed().toList()).isTrue();
		}
		String readable = new PortionCheck(TomlParseOptions.sourceless(), 200_000, PORTION).readable(thinned).text();
		assertThat(readable.length()).isLessThanOrEqualTo(thinned.text().length() + 400);
	}

	// A portion may be long if it is sound, or has a line at its end that can't be cut.
	private static boolean isShort(Portion portion, String text) {
		String seen = text.substring(portion.from(), portion.to()).stripTrailing();
		boolean shortUpToLastLine = seen.lastIndexOf('\n') < 2 * PORTION;
		return portion.soundness() == Portion.Soundness.SOUND
				|| (shortUpToLastLine && longestRun(seen) <= 2 * ThinnedText.LONGEST_RUN);
	}

	private static int longestRun(String text) {
		int longest = 0;
		int run = 0;
		for (int start = 0; start < text.length(); start = TextScanner.nextLine(text, start)) {
			run = LineScanner.isTrivia(text, start) ? run + 1 : 0;
			longest = Math.max(longest, run);
		}
		return longest;
	}

}
