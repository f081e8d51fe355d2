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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RawValue}.
 */
class RawValueTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			v = "a"                      | v = "${A}"
			v = "b"                      | v = "b"
			v = "${B}"                   | v = "\\\\${B}"
			v = ["${B}", 1]              | v = ["\\\\${B}", 1]
			list = ["a", "x"]            | list = ["${A}", "x"]
			list = ["x", "a"]            | list = ["x", "${A}"]
			list = ["a"]                 | list = ["${A}"]
			list = ["y", "a", "x"]       | list = ["y", "${A}", "x"]
			tables = [{n = "a", w = 2}]  | tables = [{n = "${A}", w = 2}]
			tables = [{n = "a", w = 1}]  | tables = [{n = "${A}"}]
			tables = [{n = "c", w = 1}]  | tables = [{n = "c", w = 1}]
			inner.deep = "a"             | inner.deep = "${A}"
			inner.new = "a"              | inner.new = "a"
			""")
	void keepsPlaceholdersOfUnchangedValues(String value, String expected) {
		Map<String, Object> text = Binding.document("""
				v = "${A}"
				list = ["${A}", "x"]
				inner = { deep = "${A}", other = 1 }
				tables = [{n = "${A}"}]
				""").values().root();
		Map<String, Object> resolved = Binding.document("""
				v = "a"
				list = ["a", "x"]
				inner = { deep = "a", other = 1 }
				tables = [{n = "a", w = 1}]
				""").values().root();

		Object raw = RawValue.of(Binding.document(value).values().root(), List.of(new RawValue(text, resolved)));

		assertThat(raw).isEqualTo(Binding.document(expected).values().root());
	}

	@Test
	void looksThroughAllRawValues() {
		List<RawValue> known = List.of(new RawValue("${A}", "a"), new RawValue("${B}", "b"));

		assertThat(RawValue.of("a", known)).isEqualTo("${A}");
		assertThat(RawValue.of("b", known)).isEqualTo("${B}");
		assertThat(RawValue.of("${A}", known)).isEqualTo("\\${A}");
	}

	@Test
	void ignoresArraysThatResolveToFewerElements() {
		RawValue set = new RawValue(List.of("${A}", "a"), List.of("a"));

		assertThat(RawValue.of(List.of("a", "b"), List.of(set))).isEqualTo(List.of("a", "b"));
	}

}
