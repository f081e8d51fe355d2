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

package io.wolfprowler.config.spring.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * Maps TOML values to Spring property names: {@code a.b}, {@code a[0]}, and
 * {@code a[odd.name]}. An empty array or table becomes an empty string, as in Spring
 * Boot's own loaders.
 */
final class FlatValues {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

	private final Map<String, FlatValue> values = new LinkedHashMap<>();

	private FlatValues() {
	}

	/**
	 * Flatten a table.
	 * @param root the values by name
	 * @param prefix the prefix of all names
	 * @return the values by property name, in the same order
	 */
	static Map<String, FlatValue> of(Map<String, Object> root, String prefix) {
		FlatValues flat = new FlatValues();
		root.forEach((name, value) -> flat.add(prefix + first(name), KeyPath.ROOT.child(name), value));
		return flat.values;
	}

	private void add(String property, KeyPath key, Object value) {
		if (value instanceof Map<?, ?> table && !table.isEmpty()) {
			TomlTree.table(value).forEach((name, each) -> add(property + next(name), key.child(name), each));
		}
		else if (value instanceof List<?> array && !array.isEmpty()) {
			for (int i = 0; i < array.size(); i++) {
				add(property + "[" + i + "]", key.element(i), array.get(i));
			}
		}
		else {
			boolean isEmpty = value instanceof Map || value instanceof List;
			this.values.put(property, new FlatValue(key, isEmpty ? "" : value));
		}
	}

	private static String first(String name) {
		return PLAIN.matcher(name).matches() ? name : "[" + name + "]";
	}

	private static String next(String name) {
		return PLAIN.matcher(name).matches() ? "." + name : "[" + name + "]";
	}

	/**
	 * A value with its TOML key.
	 *
	 * @param key the key
	 * @param value the value, of one of TOML's own types
	 */
	record FlatValue(KeyPath key, Object value) {

	}

}
