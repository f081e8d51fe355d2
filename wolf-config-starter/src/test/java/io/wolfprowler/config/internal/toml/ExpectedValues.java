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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * Reads the tagged JSON in which toml-test says what a text means.
 */
final class ExpectedValues {

	private ExpectedValues() {
	}

	static TomlTree of(byte[] json) {
		try {
			return new TomlTree(TomlTree.table(value(new JSONObject(new String(json, StandardCharsets.UTF_8)))));
		}
		catch (JSONException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static Object value(Object json) throws JSONException {
		if (json instanceof JSONArray array) {
			List<Object> values = new ArrayList<>();
			for (int i = 0; i < array.length(); i++) {
				values.add(value(array.get(i)));
			}
			return values;
		}
		JSONObject object = (JSONObject) json;
		if (object.length() == 2 && object.opt("type") instanceof String type
				&& object.opt("value") instanceof String text) {
			return scalar(type, text);
		}
		Map<String, Object> table = new LinkedHashMap<>();
		for (Iterator<?> names = object.keys(); names.hasNext();) {
			String name = (String) names.next();
			table.put(name, value(object.get(name)));
		}
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
