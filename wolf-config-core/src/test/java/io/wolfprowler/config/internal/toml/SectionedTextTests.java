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
import java.util.List;

import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what two texts share when the second one is read after the first. That they
 * mean the same as texts read by themselves is for {@link ReparseTests}.
 */
class SectionedTextTests {

	private static final String TEXT = """
			# the cluster
			name = "wolf"

			[server.a]
			port = 1

			[server.b]
			port = 2 # two

			[[peer]]
			host = "x"

			[[peer]]
			host = "y"
			""";

	private final TomlParser parser = new TomlParser(64, 100_000, TomlVersion.V1_1, 4096, 0);

	@ParameterizedTest
	@ValueSource(strings = { "server.b", "server.a", "server", "peer" })
	void tablesBesideAChangedOneAreTheSame(String key) throws TomlException {
		TomlDocument old = this.parser.parse(TEXT);

		TomlDocument edited = reparse(TEXT.replace("wolf", "fox"), old);

		assertThat(at(edited, "name")).isEqualTo("fox");
		assertThat(at(edited, key)).isSameAs(at(old, key));
	}

	@Test
	void tablesAroundAChangedOneAreNew() throws TomlException {
		TomlDocument old = this.parser.parse(TEXT);

		TomlDocument edited = reparse(TEXT.replace("2 # two", "3"), old);

		assertThat(at(edited, "server.b.port")).isEqualTo(3L);
		assertThat(at(edited, "server.a")).isSameAs(at(old, "server.a"));
		assertThat(at(edited, "peer")).isSameAs(at(old, "peer"));
	}

	@Test
	void tablesBetweenTwoChangedOnesAreTheSame() throws TomlException {
		TomlDocument old = this.parser.parse(TEXT);

		TomlDocument edited = reparse(TEXT.replace("wolf", "fox").replace("\"y\"", "\"z\""), old);

		assertThat(at(edited, "server")).isSameAs(at(old, "server"));
		assertThat(at(edited, "peer[0]")).isSameAs(at(old, "peer[0]"));
	}

	@Test
	void tablesThatHaveMovedAreTheSame() throws TomlException {
		TomlDocument old = this.parser.parse(TEXT);
		String server = "[server.a]\nport = 1\n\n";

		TomlDocument edited = reparse(TEXT.replace(server, "") + "\n" + server, old);

		assertThat(at(edited, "server.a")).isSameAs(at(old, "server.a"));
		assertThat(at(edited, "server.b")).isSameAs(at(old, "server.b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[t]\n", "\uFEFF", "# c\n\n [ t ] # d\n" })
	void statementsBesideAChangedOneAreTheSame(String header) throws TomlException {
		String text = header + "list = [\n'one', # a\n]\nport = 1\nother = { a = 'x' }\n";
		String table = header.contains("[") ? "t." : "";
		TomlDocument old = reparse(text, this.parser.parse(""));

		TomlDocument edited = reparse(text.replace("port = 1", "port = 2 # two"), old);

		assertThat(at(edited, table + "port")).isEqualTo(2L);
		assertThat(at(edited, table + "list")).isSameAs(at(old, table + "list"));
		assertThat(at(edited, table + "other")).isSameAs(at(old, table + "other"));
	}

	@Test
	void tableWithAnotherCommentIsTheSame() throws TomlException {
		TomlDocument old = this.parser.parse(TEXT);

		TomlDocument edited = reparse(TEXT.replace("[server.b]\n", "[server.b]\n# the second one\n"), old);

		assertThat(edited.values().root()).isSameAs(old.values().root());
	}

	@Test
	void textOfWhatIsTheSameIsKeptOnce() throws TomlException {
		TomlDocument old = this.parser.parse(TEXT);
		TomlDocument edited = reparse(TEXT.replace("wolf", "fox"), old);

		List<Section> before = old.sections().sections();
		List<Section> after = edited.sections().sections();

		assertThat(after).hasSameSizeAs(before);
		assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[a]\nb.c = 1\n[a.b.d]\n", "[a.b]\n[a]\nb = 1\n", "x = { y = 1 }\n[x.z]\n", "[a]\n[a]\n" })
	void textWhoseSectionsMeetIsReadAsAWhole(String text) {
		assertThat(sections(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a = 1", "\uFEFFa = 1\n[t]\n", "[a.b.c]\n[a]\nx = 1\n", "[a.b]\n[a]\nc = 1\n[a.d]\n",
			"[[x]]\n[x.y]\n[[x]]\n[x.y]\n", "a = [\n[1],\n]\n[t]\n", "s = '''\n[a]\n'''\n[a]\n",
			" [ \"a]\" . 'b' ] # c\n" })
	void textWhoseSectionsDoNotMeetIsReadInSections(String text) {
		assertThat(sections(text)).isNotNull();
	}

	private SectionedText sections(String text) {
		GuardedParser guarded = new GuardedParser(64, 100_000, TomlVersion.V1_1, 4096);
		return SectionedText.NONE.reread(text.getBytes(StandardCharsets.UTF_8), guarded);
	}

	private TomlDocument reparse(String text, TomlDocument old) throws TomlException {
		TomlDocument document = this.parser.reparse(SourceContent.of(text.getBytes(StandardCharsets.UTF_8)), old);
		assertThat(document.text()).isEqualTo(text);
		return document;
	}

	private static Object at(TomlDocument document, String key) {
		return document.values().at(KeyPath.parse(key));
	}

}
