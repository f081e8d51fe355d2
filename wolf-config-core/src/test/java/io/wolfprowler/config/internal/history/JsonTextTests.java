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

package io.wolfprowler.config.internal.history;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonText}: Jackson reads what it writes.
 */
class JsonTextTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@Property(tries = 1000)
	void everyTextSurvives(@ForAll String text) {
		assertThat(read(JsonText.of(text), String.class)).isEqualTo(text);
	}

	@Property(tries = 50)
	void everyTreeSurvives(@ForAll @Size(max = 3) Map<String, @Size(max = 3) List<String>> map, @ForAll long integer,
			@ForAll boolean condition) {
		Map<String, Object> tree = new LinkedHashMap<>(map);
		tree.put("list", Arrays.asList(integer, condition, null, map));

		assertThat(read(JsonText.of(tree), Object.class).toString()).isEqualTo(tree.toString());
	}

	@Property(tries = 200)
	void everyNumberSurvives(@ForAll double number, @ForAll BigDecimal decimal) {
		assertThat(read(JsonText.of(number), BigDecimal.class).doubleValue()).isEqualTo(number);
		assertThat(read(JsonText.of(decimal), BigDecimal.class)).isEqualByComparingTo(decimal);
	}

	@Property(tries = 200)
	void everyTextFitsIntoOneLineOfTerminal(@ForAll String text) {
		assertThat(JsonText.of(text).codePoints())
			.noneMatch((c) -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029
					|| Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE);
	}

	@Test
	void writesWhatShowsAsItIs() {
		assertThat(JsonText
			.of(List.of("sch\u00F6n \uD83D\uDC3A", "a\"b\\c/d", "\n\u001B\u007F\u0085", "\u202E", "\uD83D"))).isEqualTo(
					"[\"sch\u00F6n \uD83D\uDC3A\",\"a\\\"b\\\\c/d\",\"\\u000a\\u001b\\u007f\\u0085\",\"\\u202e\",\"\\ud83d\"]");
	}

	@Test
	void writesEmptyCollections() {
		assertThat(JsonText.of(List.of(Map.of(), List.of()))).isEqualTo("[{},[]]");
	}

	// By way of bytes, as in the file.
	private static <V> V read(String json, Class<V> type) {
		return MAPPER.readValue(json.getBytes(StandardCharsets.UTF_8), type);
	}

}
