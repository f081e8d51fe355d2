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

package io.wolfprowler.config.internal.engine.manager;

import java.util.LinkedHashMap;
import java.util.Map;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * The values of a document in the form of an update: by key, each array as one value.
 *
 * @param values the values of the document
 */
record ValuesByKey(TomlTree values) {

	Map<String, Object> toMap() {
		Map<String, Object> byKey = new LinkedHashMap<>();
		collect(KeyPath.ROOT, this.values.root(), byKey);
		return byKey;
	}

	private static void collect(KeyPath parent, Map<String, Object> table, Map<String, Object> byKey) {
		table.forEach((name, value) -> {
			KeyPath key = parent.child(name);
			if (value instanceof Map) {
				collect(key, TomlTree.table(value), byKey);
			}
			else {
				byKey.put(key.toString(), value);
			}
		});
	}

}
