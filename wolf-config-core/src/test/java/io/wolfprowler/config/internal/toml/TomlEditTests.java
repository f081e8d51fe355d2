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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TomlDocument#edit(List)}: the text before, the edits and the text
 * after are in {@code edit/cases.txt}.
 */
class TomlEditTests {

	static Stream<Golden> cases() throws IOException {
		try (InputStream in = TomlEditTests.class.getResourceAsStream("/edit/cases.txt")) {
			String cases = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
			return Stream.of(cases.split("===\n")).map(Golden::parse);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void onlyTheEditedLinesDiffer(Golden golden) throws TomlException {
		assertThat(golden.edited(golden.before())).isEqualTo(golden.after());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void lineEndsStayThoseOfWindows(Golden golden) throws TomlException {
		assertThat(golden.edited(golden.before().replace("\n", "\r\n")).replace("\r\n", "\\r\n"))
			.isEqualTo(golden.after().replace("\n", "\\r\n"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void byteOrderMarkAndMissingLastLineEndStay(Golden golden) throws TomlException {
		assertThat(golden.edited("\uFEFF" + golden.before().stripTrailing()))
			.isEqualTo("\uFEFF" + golden.after().stripTrailing());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = 1 ", "a = 1 # end ", "a = 1\t", "a = 1\n ", "a = 1\n# end", "a = 1\r\n\t" })
	void lastLineWithoutEndIsKeptToTheLastBlank(String text) throws TomlException {
		TomlDocument document = Edits.document(text);

		assertThat(document.edit(List.of(Edits.parse("a = 2"))).text()).isEqualTo(text.replace("a = 1", "a = 2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\uFEFF", "\n", "# only a comment\n" })
	void firstKeyIsWrittenToTextWithoutAny(String text) throws TomlException {
		TomlDocument edited = Edits.document(text).edit(List.of(Edits.parse("a = 1"), Edits.parse("t.x = 2")));

		assertThat(edited.text()).startsWith(text.stripTrailing()).contains("a = 1\n").contains("[t]\nx = 2");
		assertThat(edited.text().replace("\uFEFF", "")).doesNotStartWith("\n");
	}

	@Test
	void newTableIsWrittenAtTheEnd() throws TomlException {
		TomlDocument edited = Edits.document("a = 1 # one\n").edit(List.of(Edits.parse("t.u.x = 1")));

		assertThat(edited.text()).startsWith("a = 1 # one\n");
		assertThat(edited.values()).isEqualTo(Edits.document("a = 1\nt.u.x = 1").values());
	}

	@Test
	void noEditsAreNoCopy() throws TomlException {
		TomlDocument document = Edits.document("a = 1");

		assertThat(document.edit(List.of())).isSameAs(document);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.b = 1", "list[9] = 1", "list.x = 1", "a[0] = 1", "none[0].x = 1", "peers[3].x = 1",
			"peers.x = 1" })
	void impossibleEditIsRejected(String edit) {
		TomlDocument document = Edits.document("a = 1\nlist = [1]\npeers = [{ x = 1 }]\n");

		assertThatExceptionOfType(TomlException.class).isThrownBy(() -> document.edit(List.of(Edits.parse(edit))));
	}

	@Test
	void textThatUtf8CanNotEncodeIsRejected() {
		TomlDocument document = Edits.document("a = \"x\"\n");

		assertThatExceptionOfType(TomlException.class)
			.isThrownBy(() -> document.edit(List.of(new TomlEdit(KeyPath.parse("a"), "\uD800"))));
	}

	/**
	 * One case.
	 *
	 * @param name what it shows
	 * @param before the text before
	 * @param edits the edits
	 * @param after the text after
	 */
	record Golden(String name, String before, List<TomlEdit> edits, String after) {

		static Golden parse(String text) {
			int start = text.indexOf('\n') + 1;
			int edits = text.indexOf(">>> ");
			int end = text.indexOf('\n', text.lastIndexOf(">>> ")) + 1;
			return new Golden(text.substring(0, start - 1), text.substring(start, edits),
					text.substring(edits, end).lines().map((line) -> Edits.parse(line.substring(4))).toList(),
					text.substring(end));
		}

		String edited(String text) throws TomlException {
			return Edits.document(text).edit(this.edits).text();
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
