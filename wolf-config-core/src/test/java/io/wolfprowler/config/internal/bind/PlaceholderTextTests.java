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

package io.wolfprowler.config.internal.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PlaceholderText} and {@link PlaceholderParser}.
 */
class PlaceholderTextTests {

	private static final Map<String, String> NAMES = Map.of("A", "1", "b.c", "2", "key1", "deep", "E", "", "raw",
			"${A}");

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
			plain            | plain
			$A {A} }         | $A {A} }
			${A}             | 1
			x${A}y${b.c}z    | x1y2z
			${none:d}        | d
			${A:d}           | 1
			${none:a:b}      | a:b
			x${none:}y       | xy
			x${E:d}y         | xy
			${none:${A}}     | 1
			${no:${ne:c}}    | c
			${no:<${A}>}     | <1>
			${key${A}}       | deep
			${no:{"a":{}}}!  | {"a":{}}!
			${raw}           | ${A}
			\\${A}            | ${A}
			\\\\${A}           | \\${A}
			x\\${A}${A}       | x${A}1
			${no:\\${A}}      | ${A}
			${A:\\${A}}       | 1
			C:\\dir           | C:\\dir
			\\$               | \\$
			""")
	void resolves(String text, String expected) throws PlaceholderException {
		assertThat(resolved(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			${none}          | nothing sets none; set it, or give a default: ${none:...}
			${no:${ne}}      | nothing sets ne; set it, or give a default: ${ne:...}
			a${A             | a placeholder is not closed; write ${NAME} or ${NAME:default}, or \\${ for a literal ${
			${A:{}           | a placeholder is not closed; write ${NAME} or ${NAME:default}, or \\${ for a literal ${
			${}              | a placeholder needs a name; write ${NAME} or ${NAME:default}
			${:x}            | a placeholder needs a name; write ${NAME} or ${NAME:default}
			""")
	void saysWhatIsWrong(String text, String problem) {
		assertThatExceptionOfType(PlaceholderException.class).isThrownBy(() -> resolved(text)).withMessage(problem);
	}

	@Test
	void doesNotShowANameThatIsMadeOfASecret() {
		PlaceholderValues names = new PlaceholderValues(Map.of("DB_PASSWORD", "hunter2")::get);

		assertThatExceptionOfType(PlaceholderException.class)
			.isThrownBy(() -> PlaceholderParser.parse("${x.${DB_PASSWORD}}").resolve(names, new ArrayList<>()))
			.withMessage("nothing sets ***; set it, or give a default: ${***:...}");
	}

	@Test
	void doesNotShowWhatALookupSays() {
		PlaceholderValues names = new PlaceholderValues((name) -> {
			throw new IllegalStateException("hunter2");
		});

		assertThatExceptionOfType(PlaceholderException.class)
			.isThrownBy(() -> PlaceholderParser.parse("${x}").resolve(names, new ArrayList<>()))
			.withMessageStartingWith("x can't be looked up (IllegalStateException); ")
			.withMessageNotContaining("hunter2");
	}

	@Test
	void looksANameUpOnce() throws PlaceholderException {
		List<String> asked = new ArrayList<>();
		PlaceholderValues names = new PlaceholderValues((name) -> {
			asked.add(name);
			return null;
		});
		PlaceholderText text = PlaceholderParser.parse("${x:1}${x:2}${y:3}");

		assertThat(text.resolve(names, new ArrayList<>())).isEqualTo("123");
		assertThat(text.resolve(names, new ArrayList<>())).isEqualTo("123");

		assertThat(asked).containsExactly("x", "y");
	}

	@ParameterizedTest
	@CsvSource({ "${", "${a:", "\\${", "{", "${${" })
	void hostileTextsTakeLinearTime(String piece) {
		assertThatExceptionOfType(PlaceholderException.class)
			.isThrownBy(() -> resolved("${A" + piece.repeat(1_000_000)));
	}

	@Test
	void escapedTextsReadBack() throws PlaceholderException {
		Random random = new Random(5);
		for (int i = 0; i < 10_000; i++) {
			String text = text(random);

			assertThat(resolved((String) PlaceholderSyntax.escaped(text))).isEqualTo(text);
		}
	}

	private static String text(Random random) {
		String[] pieces = { "${", "$", "{", "}", ":", "\\", "A", "b.c", "-", "${A}", "${no:" };
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(9); i >= 0; i--) {
			text.append(pieces[random.nextInt(pieces.length)]);
		}
		return text.toString();
	}

	private static String resolved(String text) throws PlaceholderException {
		return PlaceholderParser.parse(text).resolve(new PlaceholderValues(NAMES::get), new ArrayList<>());
	}

}
