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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link KeyPath} and {@link KeyPathParser}.
 */
class KeyPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "web_port", "crypto.cipher_suite", "peers[2].host", "a[0][12]", "\"a.b\".c", "\"\".x",
			"\"a b\"[0]", "1.-.__", "\"sch\u00F6n\"", "\"quo\\\"te\".\"back\\\\slash\"", "\"new\\nline\"",
			"\"\\u001Bescape\\u007F\"", "\"a]\"" })
	void keyIsWrittenAsItIsParsed(String key) {
		assertThat(KeyPath.parse(key)).hasToString(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a.", ".a", "a..b", "a b", "a[", "a[]", "a[x]", "a[-1]", "a[+1]", "a[\u0661]",
			"a[1", "a[99999999999]", "[0]", "a.[0]", "a[0]b", "a]", "\"a", "\"a\\", "\"a\"b", "a\"b\"", "sch\u00F6n",
			"\"\\u12\"", "\"\\uD800\"x", "\"\\q\"" })
	void malformedKeyIsRejected(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyPath.parse(key))
			.withMessage("'" + key + "' is not a dotted TOML key");
	}

	@Property(tries = 500)
	void everyPathSurvivesToString(@ForAll @Size(min = 1, max = 4) List<String> names,
			@ForAll @Size(max = 2) List<@IntRange Integer> indexes) {
		List<Object> segments = new ArrayList<>(names);
		segments.addAll(indexes);
		KeyPath path = new KeyPath(segments);

		assertThat(KeyPath.parse(path.toString())).isEqualTo(path);
	}

	@Property(tries = 300)
	void writtenKeyFitsIntoOneLineOfATerminal(@ForAll String name) {
		String key = KeyPath.ROOT.child(name).toString();

		assertThat(key.chars()).noneMatch(Character::isISOControl);
	}

	@Property(tries = 300)
	void writtenKeyIsAKeyForTheParser(@ForAll @Size(min = 1, max = 3) List<String> names) throws TomlException {
		KeyPath key = new KeyPath(names.stream().<Object>map(KeyPathTests::withoutLoneSurrogates).toList());

		TomlTree values = new TomlParser(64).parse(key + " = 1\n").values();

		assertThat(values.at(key)).isEqualTo(1L);
		assertThat(values.keys()).containsExactly(key);
	}

	@Test
	void pathIsBuiltFromTheRoot() {
		KeyPath host = KeyPath.ROOT.child("peers").element(2).child("host");

		assertThat(host).isEqualTo(KeyPath.parse("peers[2].host"));
		assertThat(host.parent()).isEqualTo(KeyPath.parse("peers[2]"));
		assertThat(host.outsideArrays()).isEqualTo(KeyPath.parse("peers"));
		assertThat(KeyPath.ROOT.isRoot()).isTrue();
		assertThat(KeyPath.ROOT).hasToString("");
		assertThat(host.isRoot()).isFalse();
	}

	@Test
	void pathOutsideOfArraysIsItsOwnOutside() {
		KeyPath key = KeyPath.parse("crypto.cipher_suite");

		assertThat(key.outsideArrays()).isSameAs(key);
	}

	@ParameterizedTest
	@CsvSource({ "a, a, true", "a, a.b, true", "a, a[0], true", "a.b, a, false", "a, ab, false", "a[1], a[1].x, true",
			"a[1], a[10], false" })
	void pathContainsWhatIsWithin(String outer, String inner, boolean contains) {
		assertThat(KeyPath.parse(outer).contains(KeyPath.parse(inner))).isEqualTo(contains);
		assertThat(KeyPath.ROOT.contains(KeyPath.parse(inner))).isTrue();
	}

	@Test
	void nameOfDigitsIsNotAnIndex() {
		TomlTree tree = new TomlTree(Map.of("a", Map.of("0", "name"), "b", List.of("element")));

		assertThat(tree.at(KeyPath.parse("a.0"))).isEqualTo("name");
		assertThat(tree.at(KeyPath.parse("a[0]"))).isNull();
		assertThat(tree.at(KeyPath.parse("b[0]"))).isEqualTo("element");
		assertThat(tree.at(KeyPath.parse("b.0"))).isNull();
	}

	private static String withoutLoneSurrogates(String name) {
		return name.codePoints()
			.filter((c) -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
