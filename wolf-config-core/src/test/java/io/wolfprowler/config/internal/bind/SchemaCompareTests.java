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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.wolfprowler.config.Default;
import io.wolfprowler.config.RestartRequired;
import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Schema#compare}.
 */
class SchemaCompareTests {

	private final Schema<Site> schema = Schema.of(Site.class);

	@ParameterizedTest
	// before | after | keys with their values | structural
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					port = 1           | port = 1                | []                                      | false
					port = 1           | port = 2                | [port: 1 -> 2]                          | false
					port = 80          | port = 1\\nname = "x"   | [name: n -> x, port: 80 -> 1]           | false
					note = "a"         | port = 80               | [note: a -> null]                       | false
					port = 80          | maybe = "b"             | [maybe: null -> b]                      | false
					maybe = "a"        | maybe = "b"             | [maybe: a -> b]                         | false
					inner.x = 1        | inner.x = 2             | [inner.x: 1 -> 2]                       | false
					opt.x = 1          | opt.x = 2               | [opt.x: 1 -> 2]                         | false
					port = 80          | opt.x = 2               | [opt: null -> Inner[x=2, y=0]]          | false
					tags = ["a", "b"]  | tags = ["b", "a"]       | [tags: [a, b] -> [b, a]]                | false
					set = ["a", "b"]   | set = ["b", "a"]        | []                                      | false
					set = ["a"]        | set = ["b"]             | [set: [a] -> [b]]                       | false
					list = [{ x = 1 }, {}] | list = [{ x = 1 }, { y = 5 }] | [list[1].y: 0 -> 5]           | true
					list = [{ x = 1 }] | list = []               | [list: [Inner[x=1, y=0]] -> []]         | true
					map.a.x = 1        | map.a.x = 2             | [map.a.x: 1 -> 2]                       | true
					map.a.x = 1        | map."b.c".x = 1         | [map.a: Inner[x=1, y=0] -> null, map."b.c": null -> Inner[x=1, y=0]] | true
					patterns = ["a"]   | patterns = ["a"]        | []                                      | false
					patterns = ["a"]   | patterns = ["b"]        | [patterns: [a] -> [b]]                  | false
					by_name.a = "x"    | by_name.a = "x"         | []                                      | false
					by_name.a = "x"    | by_name.a = "y"         | [by_name.a: x -> y]                     | true
					rules = [{ p = "x" }] | rules = [{ p = "x" }] | []                                     | false
					free.a = { b = 1 } | free.a = { b = 2 }      | [free.a: {b=1} -> {b=2}]                | true
					""")
	void differencesAreNamedByKey(String before, String after, String expected, boolean structural) {
		Differences differences = this.schema.compare(bound(before), bound(after));

		assertThat(differences.values()
			.stream()
			.map((each) -> each.key() + ": " + each.oldValue() + " -> " + each.newValue())
			.toList()).hasToString(expected);
		assertThat(differences.isStructural()).isEqualTo(structural);
		assertThat(differences.isEmpty()).isEqualTo(expected.equals("[]"));
	}

	@Test
	void manyDifferencesAreStructural() {
		Schema<Wide> wide = Schema.of(Wide.class);
		Wide zero = Binding.config(wide, "");

		Differences ten = wide.compare(zero, Binding.config(wide, "a=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1"));
		Differences eleven = wide.compare(zero,
				Binding.config(wide, "a=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1\nk=1"));

		assertThat(ten.values()).hasSize(10);
		assertThat(ten.isStructural()).isFalse();
		assertThat(eleven.values()).hasSize(11);
		assertThat(eleven.isStructural()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "port, true", "inner, true", "inner.x, true", "name, false", "map.a.y, true", "map.a.x, false",
			"list[0].y, true", "list, false", "none, false" })
	void restartIsKnownByKey(String key, boolean restart) {
		assertThat(this.schema.isRestartRequired(KeyPath.parse(key))).isEqualTo(restart);
	}

	private Site bound(String toml) {
		return Binding.config(this.schema, toml.translateEscapes());
	}

	record Site(@Default("n") String name, @RestartRequired @Default("80") int port, @Nullable String note,
			Optional<String> maybe, @RestartRequired Inner inner, Optional<Inner> opt, List<String> tags,
			Set<String> set, List<Inner> list, Map<String, Inner> map, List<Pattern> patterns,
			Map<String, Pattern> byName, List<Rule> rules, Map<String, Object> free) {

	}

	record Inner(@Default("0") int x, @RestartRequired @Default("0") int y) {

	}

	record Rule(Pattern p) {

	}

	record Wide(@Default("0") int a, @Default("0") int b, @Default("0") int c, @Default("0") int d, @Default("0") int e,
			@Default("0") int f, @Default("0") int g, @Default("0") int h, @Default("0") int i, @Default("0") int j,
			@Default("0") int k) {

	}

}
