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
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TomlTree}.
 */
class TomlTreeTests {

	private static final String TEXT = """
			a = 1
			list = [1, 2]
			[t]
			x = 1
			[t.u]
			y = 2
			[other]
			z = 3
			[[peers]]
			host = "one"
			[[peers]]
			host = "two"
			port = 2
			""";

	private final TomlTree tree = values(TEXT);

	@ParameterizedTest
	@CsvSource({ "a, 1", "list[1], 2", "t.u.y, 2", "peers[1].host, two", "t.u, {y=2}", "b,", "a.b,", "list[2],",
			"list.a,", "t[0],", "peers[0].port,", "peers[7].host," })
	void valueIsFoundAtItsKey(String key, @Nullable String value) {
		Object found = this.tree.at(KeyPath.parse(key));

		assertThat((found != null) ? found.toString() : null).isEqualTo(value);
	}

	@Test
	void wholeTreeIsAtTheRoot() {
		assertThat(this.tree.at(KeyPath.ROOT)).isSameAs(this.tree.root());
	}

	@Test
	void keysAreThoseOfValuesInTheOrderOfTheText() {
		assertThat(this.tree.keys())
			.hasToString("[a, list, t.x, t.u.y, other.z, peers[0].host, peers[1].host, peers[1].port]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			a = 2              | a = 2
			t.u.y = "y"        | t.u.y = "y"
			t = true           | t = true
			new.deep.key = 1   | new.deep.key = 1
			list = []          | list = []
			list[0] = 9        | list = [9, 2]
			peers[1].port = 3  | peers = [{ host = "one" }, { host = "two", port = 3 }]
			peers[0].a.b = 3   | peers = [{ host = "one", a.b = 3 }, { host = "two", port = 2 }]
			peers[0] remove    | peers = [{ host = "two", port = 2 }]
			peers[1].port remove | peers = [{ host = "one" }, { host = "two" }]
			""")
	void editSetsOneValue(String edit, String expected) {
		TomlTree expectedValue = values(expected);
		KeyPath top = KeyPath.ROOT.child(expectedValue.root().keySet().iterator().next());

		TomlTree edited = this.tree.with(List.of(Edits.parse(edit)));

		assertThat(edited.at(expectedValue.keys().get(0))).isEqualTo(expectedValue.at(expectedValue.keys().get(0)));
		assertThat(without(edited, top)).isEqualTo(without(this.tree, top));
	}

	@ParameterizedTest
	@ValueSource(strings = { "b", "t.v", "none.x", "none.x.y", "t.none.x", "peers[0].port", "peers[0].none.x" })
	void removalOfWhatIsNotThereChangesNothing(String key) {
		assertThat(this.tree.with(List.of(new TomlEdit(KeyPath.parse(key), null)))).isEqualTo(this.tree);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.b", "list.x", "peers.host", "a[0]", "list[2]", "t[0]", "peers[2].host", "none[0]" })
	void editThroughAValueThatIsNotATableIsRejected(String key) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tree.with(List.of(new TomlEdit(KeyPath.parse(key), 1L))))
			.withMessageContaining("'" + key + "'");
	}

	@Test
	void editsAreMadeInTheirOrder() {
		TomlTree edited = this.tree
			.with(Stream.of("t remove", "t.x = 5", "t.x = 6", "a = 0", "a remove").map(Edits::parse).toList());

		assertThat(edited.at(KeyPath.parse("t"))).isEqualTo(Map.of("x", 6L));
		assertThat(edited.root()).doesNotContainKey("a");
	}

	@Test
	void whatIsNotEditedIsShared() {
		TomlTree edited = this.tree.with(List.of(Edits.parse("t.x = 5"), Edits.parse("peers[0].host = \"new\"")));

		assertThat(edited.at(KeyPath.parse("other"))).isSameAs(this.tree.at(KeyPath.parse("other")));
		assertThat(edited.at(KeyPath.parse("t.u"))).isSameAs(this.tree.at(KeyPath.parse("t.u")));
		assertThat(edited.at(KeyPath.parse("peers[1]"))).isSameAs(this.tree.at(KeyPath.parse("peers[1]")));
		assertThat(this.tree).isEqualTo(values(TEXT));
	}

	@Test
	void treeCanNotBeChanged() {
		TomlTree edited = this.tree.with(List.of(Edits.parse("t.x = 5"), Edits.parse("peers[0].host = \"new\"")));

		for (TomlTree each : List.of(this.tree, edited)) {
			for (String key : List.of("t", "t.u", "peers[0]", "peers[1]")) {
				Map<String, Object> table = TomlTree.table(each.at(KeyPath.parse(key)));
				assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> table.put("k", 1L));
			}
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> each.root().clear());
			assertThatExceptionOfType(UnsupportedOperationException.class)
				.isThrownBy(() -> ((List<?>) each.at(KeyPath.parse("peers"))).clear());
		}
	}

	@Test
	void editsLeadFromOneTreeToAnother() {
		for (long seed = 0; seed < 3000; seed++) {
			RandomValues random = new RandomValues(seed);
			TomlTree from = random.tree();
			TomlTree to = (seed % 2 == 0) ? random.like(from) : random.tree();

			assertThat(from.with(from.editsTo(to))).as("seed %s", seed).isEqualTo(to);
			assertThat(from.editsTo(from.with(List.of()))).as("seed %s", seed).isEmpty();
		}
	}

	@Test
	void keysThatAnotherTreeLacksAreThoseOfTheFirstAndNotOfTheOther() {
		for (int seed = 0; seed < 2000; seed++) {
			RandomValues random = new RandomValues(seed);
			TomlTree one = random.tree();
			TomlTree other = random.like(one);

			List<KeyPath> others = other.keys();

			assertThat(one.keysMissingIn(other)).as("seed %d", seed)
				.isEqualTo(one.keys().stream().filter((key) -> !others.contains(key)).toList());
		}
	}

	@Test
	void editsAreSingleValuesWherePossible() {
		TomlTree target = values(TEXT.replace("y = 2", "y = 3").replace("z = 3", "").replace("\"two\"", "\"2\""));

		assertThat(this.tree.editsTo(target)).containsExactly(Edits.parse("t.u.y = 3"), Edits.parse("other.z remove"),
				Edits.parse("peers[1].host = \"2\""));
	}

	@Test
	void arrayOfAnotherLengthIsOneEdit() {
		TomlTree target = values(TEXT + "[[peers]]\nhost = \"three\"\n");

		assertThat(this.tree.editsTo(target)).extracting(TomlEdit::key).containsExactly(KeyPath.parse("peers"));
	}

	private static TomlTree without(TomlTree tree, KeyPath key) {
		return tree.with(List.of(new TomlEdit(key, null)));
	}

	private static TomlTree values(String text) {
		return Edits.document(text).values();
	}

}
