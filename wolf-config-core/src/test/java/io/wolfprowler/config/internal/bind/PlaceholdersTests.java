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

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Placeholders} and {@link Substitution}: what binds, and what does not.
 */
class PlaceholdersTests {

	private final Map<String, String> names = new HashMap<>();

	private final Placeholders placeholders = new Placeholders(this.names::get);

	@Test
	void resolvesStringsWhereverTheyAre() {
		this.names.putAll(Map.of("HOST", "one", "LABEL", "red"));

		Site site = config("""
				name = "${HOST}.example.org"
				tags = ["a", "${LABEL}"]
				any = { inner = ["${LABEL}"] }
				labels = { "${HOST}" = "${LABEL}" }
				[[peers]]
				host = "${HOST}"
				[[peers]]
				host = "${OTHER:two}"
				""");

		assertThat(site.name()).isEqualTo("one.example.org");
		assertThat(site.tags()).containsExactly("a", "red");
		assertThat(site.any()).isEqualTo(Map.of("inner", List.of("red")));
		assertThat(site.labels()).as("keys are not resolved").isEqualTo(Map.of("${HOST}", "red"));
		assertThat(site.peers()).extracting(Peer::host).containsExactly("one", "two");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			number  | 8080       | 8080
			number  | 0x1F90     | 8080
			number  | 8_080      | 8080
			flag    | true       | true
			real    | 1.5e3      | 1500.0
			real    | 2          | 2.0
			date    | 2026-11-23 | 2026-11-23
			pause   | 1500ms     | PT1.5S
			text    | 8080       | 8080
			text    | true       | true
			uri     | http://a/  | http://a/
			price   | 1.10       | 1.10
			maybe   | 7          | Optional[7]
			numbers | 9          | [9, 10]
			letter  | 5          | 5
			""")
	void placeholderThatIsTheWholeStringTakesTheTypeOfItsKey(String key, String value, String expected) {
		this.names.put("X", value);

		Typed typed = typed(key.equals("numbers") ? "numbers = [\"${X}\", 10]" : key + " = \"${X}\"");

		assertThat(Schema.of(Typed.class).write(typed).root()).containsKey(key);
		assertThat(valueOf(typed, key)).hasToString(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					number = "${X}"     | ~abc~      | 1:10: number must be an integer, found "abc"
					number = "${X}"     | ~007~      | 1:10: number must be an integer, found "007"
					number = "${X}"     | ~ 7~       | 1:10: number must be an integer, found " 7"
					number = "${X}"     | ~~         | 1:10: number must be an integer, found ""
					number = "${X}"     | ~7 # no~   | 1:10: number must be an integer, found "7 # no"
					number = "${X}"     | ~[7]~      | 1:10: number must be an integer, found "[7]"
					number = "${X}"     | ~1.5~      | 1:10: number must be an integer, found 1.5
					number = "${X}"     | ~99999999~ | 1:10: number must be between -2147483648 and 9999, found 99999999
					number = "${X}0"    | ~7~        | 1:10: number must be an integer, found "70"
					flag = "${X}"       | ~yes~      | 1:8: flag must be true or false, found "yes"
					flag = "${X}"       | ~TRUE~     | 1:8: flag must be true or false, found "TRUE"
					numbers = "${X}"    | ~7~        | 1:11: numbers must be an array, found 7
					number = "${NO}"    | ~7~        | 1:10: number: nothing sets NO; set it, or give a default: ${NO:...}
					numbers = ["${NO}"] | ~7~        | 1:12: numbers[0]: nothing sets NO; set it, or give a default: ${NO:...}
					text = "${X"        | ~7~        | 1:8: text: a placeholder is not closed; write ${NAME} or ${NAME:default}, or \\${ for a literal ${
					any.a = ["${NO}"]   | ~7~        | 1:10: any.a[0]: nothing sets NO; set it, or give a default: ${NO:...}
					""")
	void saysWhatDoesNotFit(String toml, String value, String problem) {
		this.names.put("X", value);

		assertThat(problems(Schema.of(Typed.class), toml)).containsExactly(problem);
	}

	@Test
	void neverShowsWhatASecretStandsFor() {
		this.names.putAll(Map.of("X", "hunter2", "DB_PASSWORD", "hunter3"));

		assertThat(problems(Schema.of(Hidden.class), """
				pin = "${X}"
				port = "${DB_PASSWORD}"
				""")).containsExactly("1:7: pin must be an integer, found ***",
				"2:8: port must be an integer, found ***");
	}

	@Test
	void doesNotCallAConstructorWithWhatIsNotResolved() {
		assertThat(problems(Schema.of(Picky.class), "[inner]\nname = \"${NO}\"\n"))
			.containsExactly("2:8: inner.name: nothing sets NO; set it, or give a default: ${NO:...}");
	}

	@Test
	void tellsNothingAboutTheValueOfAnUnknownKey() {
		assertThat(problems(Schema.of(Picky.class), "inner.name = \"a\"\nother = \"${NO}\"\n"))
			.containsExactly("2:1: unknown key `other`; known here: inner");
	}

	@Test
	void handsOnWhatHasNoPlaceholder() {
		this.names.put("A", "1");
		TomlTree values = Binding.document("""
				[plain]
				a = 1
				[mixed]
				list = ["${A}"]
				inner = { b = 2 }
				""").values();

		TomlTree resolved = resolve(values);

		assertThat(resolved.root().get("plain")).isSameAs(values.root().get("plain"));
		assertThat(TomlTree.table(resolved.root().get("mixed")).get("inner"))
			.isSameAs(TomlTree.table(values.root().get("mixed")).get("inner"));
		assertThat(resolve(TomlTree.EMPTY)).isEqualTo(TomlTree.EMPTY);
	}

	@Test
	void handsOnTheSameTreeWithoutAnyPlaceholder() {
		TomlTree values = Binding.document("a = 1\nb.c = [\"x\", { d = \"$\" }]").values();

		assertThat(resolve(values).root()).isSameAs(values.root());
	}

	@Test
	void keepsATableThatStandsForTheSameAsTheLastTime() {
		this.names.put("A", "1");
		Object table = Binding.document("[t]\na = \"${A}\"\n").values().root().get("t");
		Map<String, Object> root = new LinkedHashMap<>(Map.of("t", table));
		Object first = resolve(new TomlTree(root)).root().get("t");

		Object second = resolve(new TomlTree(new LinkedHashMap<>(root))).root().get("t");
		this.names.put("A", "2");
		Object third = resolve(new TomlTree(new LinkedHashMap<>(root))).root().get("t");

		assertThat(second).isSameAs(first).isEqualTo(Map.of("a", "1"));
		assertThat(third).isEqualTo(Map.of("a", "2"));
	}

	@Test
	void bindsATableThatStandsForTheSameOnce() {
		Schema<Site> schema = Schema.of(Site.class);
		this.names.put("A", "1");
		Map<String, Object> root = Binding
			.document("name = \"n\"\nany = 1\n[[peers]]\nhost = \"${A}\"\n[[peers]]\nhost = \"b\"\n")
			.values()
			.root();
		Site first = bind(schema, root);

		Site second = bind(schema, root);
		this.names.put("A", "2");
		Site third = bind(schema, root);

		assertThat(second.peers().get(0)).isSameAs(first.peers().get(0));
		assertThat(third.peers()).containsExactly(new Peer("2"), new Peer("b"));
		assertThat(third.peers().get(1)).isSameAs(first.peers().get(1));
	}

	@Test
	void looksUpPropertiesOfTheSystemBeforeItsEnvironment() {
		String variable = System.getenv().keySet().iterator().next();

		assertThat(Placeholders.ofSystem("java.version")).isEqualTo(System.getProperty("java.version"));
		assertThat(Placeholders.ofSystem(variable)).isEqualTo(System.getenv(variable));
		assertThat(Placeholders.ofSystem("there.is.no.such.name")).isNull();
	}

	private TomlTree resolve(TomlTree values) {
		return this.placeholders.resolve(values, this.placeholders.newValues(), Schema.of(Typed.class)).values();
	}

	private <T> T bind(Schema<T> schema, Map<String, Object> root) {
		TomlTree values = new TomlTree(new LinkedHashMap<>(root));
		return schema.bind(this.placeholders.resolve(values, this.placeholders.newValues(), schema)).config();
	}

	private Site config(String toml) {
		return bound(Schema.of(Site.class), toml);
	}

	private Typed typed(String toml) {
		return bound(Schema.of(Typed.class), toml);
	}

	private <T> T bound(Schema<T> schema, String toml) {
		assertThat(problems(schema, toml)).isEmpty();
		return schema.bind(resolution(schema, Binding.document(toml))).config();
	}

	private List<String> problems(Schema<?> schema, String toml) {
		TomlDocument document = Binding.document(toml);
		return Binding.problems(schema.bind(resolution(schema, document)), document);
	}

	private Resolution resolution(Schema<?> schema, TomlDocument document) {
		return this.placeholders.resolve(document.values(), this.placeholders.newValues(), schema);
	}

	private static Object valueOf(Typed typed, String key) {
		try {
			return Typed.class.getDeclaredMethod(key).invoke(typed);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException(key, ex);
		}
	}

	record Site(String name, List<String> tags, Object any, Map<String, String> labels, List<Peer> peers) {

	}

	record Peer(String host) {

	}

	record Typed(@Default("1") @Bounds(max = 9999) int number, @Default("false") boolean flag,
			@Default("1") double real, @Default("2026-01-01") LocalDate date, @Default("1s") Duration pause,
			@Default("") String text, @Default("x") URI uri, @Default("1") BigDecimal price, Optional<Integer> maybe,
			List<Integer> numbers, @Default("x") char letter, @Default("x") Object any) {

	}

	record Hidden(@Secret int pin, int port) {

	}

	record Picky(Inner inner) {

		record Inner(String name) {

			Inner {
				if (name.contains("$")) {
					throw new IllegalArgumentException("no money");
				}
			}

		}

	}

}
