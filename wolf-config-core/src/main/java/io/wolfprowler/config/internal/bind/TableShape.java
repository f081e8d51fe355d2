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

import java.util.Map;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.Table;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a table. A table that was read before without a problem is not read again.
 */
interface TableShape extends Shape {

	@Override
	default @Nullable Object read(Object toml, KeyPath key, BindProblems problems) {
		Object known = Table.recall(toml, this);
		if (known != null) {
			return known;
		}
		if (!(toml instanceof Map)) {
			problems.mismatch(key, expected(), toml);
			return null;
		}
		int before = problems.total();
		Object made = readTable(TomlTree.table(toml), key, problems);
		if (made != null && problems.total() == before) {
			Table.remember(toml, this, made);
		}
		return made;
	}

	/**
	 * Read the values of a table.
	 * @param table the table
	 * @param key the key of the table
	 * @param problems collects all problems
	 * @return the Java value, {@code null} if there were problems
	 */
	@Nullable Object readTable(Map<String, Object> table, KeyPath key, BindProblems problems);

	@Override
	default String expected() {
		return "a table";
	}

}
