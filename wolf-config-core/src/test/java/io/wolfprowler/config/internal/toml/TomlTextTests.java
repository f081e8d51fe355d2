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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import io.wolfprowler.config.Problem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link TomlText}.
 */
class TomlTextTests {

	@ParameterizedTest
	// prefix (text), bytes (hex), suffix (text) | byte, line, column
	@CsvSource(delimiter = '|', textBlock = """
			a = "          | FF         | "      | 5  | 1 | 6
			a = "          | E9         | te"    | 5  | 1 | 6
			a = 1\\nb = "  | E4         | "\\n   | 11 | 2 | 6
			a = "\u00E9\u00E9 | C3      |        | 9  | 1 | 8
			a = "\u20AC    | E2 82      |        | 8  | 1 | 7
			a = "          | F0 9F 98   |        | 5  | 1 | 6
			a = "\uD83D\uDE00 | 80      | "      | 9  | 1 | 7
			a = "          | C0 80      | "      | 5  | 1 | 6
			a = "          | ED A0 80   | "      | 5  | 1 | 6
			a = "          | F4 90 80 80 | "     | 5  | 1 | 6
			\uFEFFa = "    | FF         | "      | 8  | 1 | 6
			a\\r\\nb\\r\\n | FF         | "      | 6  | 3 | 1
			''             | FF FE 61 00 |       | 0  | 1 | 1
			''             | FE FF 00 61 |       | 0  | 1 | 1
			""")
	void malformedBytesAreNamedWithTheirPlace(String before, String bytes, String after, int offset, int line,
			int column) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(unescaped(before).getBytes(StandardCharsets.UTF_8));
		content.writeBytes(HexFormat.ofDelimiter(" ").parseHex(bytes));
		content.writeBytes(unescaped(after).getBytes(StandardCharsets.UTF_8));

		TomlException rejection = catchThrowableOfType(TomlException.class,
				() -> TomlText.decode(content.toByteArray()));

		assertThat(rejection.getProblems()).isEqualTo(List.of(new Problem(Problem.Stage.PARSE, null, line, column,
				"not UTF-8 at byte " + offset + "; save the file as UTF-8")));
	}

	@Property(tries = 300)
	void decodesWhatWasEncoded(@ForAll String any) throws TomlException {
		String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

		assertThat(TomlText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
	}

	@Test
	void byteOrderMarkIsSetAsideAndPutBack() throws TomlException {
		byte[] bytes = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a' };

		String text = TomlText.decode(bytes);

		assertThat(TomlText.hasBom(text)).isTrue();
		assertThat(TomlText.withoutBom(text)).isEqualTo("a");
		assertThat(TomlText.withBomOf(text, "b").getBytes(StandardCharsets.UTF_8))
			.isEqualTo(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'b' });
		assertThat(TomlText.withBomOf("a", "b")).isEqualTo("b");
	}

	@Test
	void onlyOneByteOrderMarkAtTheStartIsSetAside() {
		assertThat(TomlText.withoutBom("\uFEFF\uFEFFa")).isEqualTo("\uFEFFa");
		assertThat(TomlText.withoutBom("a\uFEFF")).isEqualTo("a\uFEFF");
		assertThat(TomlText.withoutBom("")).isEmpty();
	}

	private static String unescaped(String text) {
		return (text != null) ? text.translateEscapes() : "";
	}

}
