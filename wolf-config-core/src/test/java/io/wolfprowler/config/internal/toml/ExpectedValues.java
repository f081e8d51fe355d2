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

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the tagged JSON in which toml-test says what a text means.
 */
final class ExpectedValues {

	private ExpectedValues() {
	}

	static TomlTree of(byte[] json) {
		return new TomlTree(TomlTree.table(value(JsonMapper.shared().readTree(json))));
	}

	private static Object value(JsonNode json) {
		if (json.isArray()) {
			return json.valueStream().map(ExpectedValues::value).toList();
		}
		if (json.size() == 2 && json.path("type").isString() && json.path("value").isString()) {
			return scalar(json.path("type").stringValue(), json.path("value").stringValue());
		}
		Map<String, Object> table = new LinkedHashMap<>();
		json.propertyStream().forEach((property) -> table.put(property.getKey(), value(property.getValue())));
		return table;
	}

	private static Object scalar(String type, String text) {
		return switch (type) {
			case "string" -> text;
			case "integer" -> Long.valueOf(text);
			case "bool" -> Boolean.valueOf(text);
			case "float" -> number(text);
			case "datetime" -> OffsetDateTime.parse(text.replace(' ', 'T'));
			case "datetime-local" -> LocalDateTime.parse(text.replace(' ', 'T'));
			case "date-local" -> LocalDate.parse(text);
			case "time-local" -> LocalTime.parse(text);
			default -> throw new IllegalArgumentException(type);
		};
	}

	private static Double number(String text) {
		return switch (text) {
			case "inf", "+inf" -> Double.POSITIVE_INFINITY;
			case "-inf" -> Double.NEGATIVE_INFINITY;
			case "nan", "+nan", "-nan" -> Double.NaN;
			default -> Double.valueOf(text);
		};
	}

}
