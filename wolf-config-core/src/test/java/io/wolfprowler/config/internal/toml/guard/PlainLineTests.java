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
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlainLine}.
 */
class PlainLineTests {

	private static final List<String> TOKENS = List.of("a", "b.c", " ", "=", " = ", "\"", "'", "\\", "\\n", "1", "0",
			"-", "+", ".", "2026-11-23", "T", "07:32:00", "Z", "+01:00", "true", "[", "]", ", ", "#", " # c", "\t",
			"[[a]]", "[a]", "\"x\"", "'y'", "[1, 2]", "\u00E9", "\uD83D\uDE00", "\\u", "\u0007");

	@ParameterizedTest
	@ValueSource(strings = { "", "  # comment", "a = 1", "a.b-c = \"text\" # with more", "[table]", "[[tables.of]]",
			"a = 'x'", "a = -1.5", "a = true", "a = 2026-11-23T07:32:00.5+01:00", "a = 07:32:00", "a = \"C:\\\\x\"",
			"a = [1, \"x\", 2026-11-23]", "a = []" })
	void lineOfAUsualFileIsPlain(String line) {
		assertThat(PlainLine.isPlain(line + "\n", 0, new BracketStack(), false)).isTrue();
		assertThat(PlainLine.isPlain(line + "\r\n", 0, new BracketStack(), false)).isTrue();
		assertThat(PlainLine.isPlain(line, 0, new BracketStack(), false)).isTrue();
	}

	@Test
	void plainLineHasNoSyntaxError() {
		Random random = new Random(1);
		int plain = 0;
		for (int i = 0; i < 100_000; i++) {
			StringBuilder line = new StringBuilder(random.nextBoolean() ? "a = " : "");
			for (int tokens = random.nextInt(6); tokens > 0; tokens--) {
				line.append(TOKENS.get(random.nextInt(TOKENS.size())));
			}
			if (PlainLine.isPlain(line + "\n", 0, new BracketStack(), false)) {
				plain++;
				assertThat(Toml.parse(line + "\n", TomlParseOptions.sourceless()).errors()).as(line.toString())
					.noneMatch((error) -> ParserError.of(error).isSyntaxError());
			}
		}
		assertThat(plain).isGreaterThan(1000);
	}

	@Test
	void elementWithItsCommaIsPlainWhereOneIsDue() {
		BracketStack array = new BracketStack();
		array.open('[');

		assertThat(PlainLine.isPlain("  1, # one\n", 0, array, false)).isTrue();
		assertThat(PlainLine.isPlain("  1, # one\n", 0, array, true)).isFalse();
		assertThat(PlainLine.isPlain("  1\n", 0, array, false)).isFalse();
		assertThat(PlainLine.isPlain("a = 1\n", 0, array, false)).isFalse();
	}

	@Test
	void lineOfAStringIsPlainWithoutQuotesAndEscapes() {
		BracketStack string = new BracketStack();
		string.open('"');

		assertThat(PlainLine.isPlain("# any text = [\n", 0, string, true)).isTrue();
		assertThat(PlainLine.isPlain("\"\n", 0, string, true)).isFalse();
		assertThat(PlainLine.isPlain("\\q\n", 0, string, true)).isFalse();
		assertThat(PlainLine.isPlain("\u0007\n", 0, string, true)).isFalse();
	}

}
