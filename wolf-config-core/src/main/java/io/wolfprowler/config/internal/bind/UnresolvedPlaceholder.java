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

import io.wolfprowler.config.internal.toml.KeyPath;

/**
 * Stands in a tree where a placeholder stands for nothing: no shape takes it, and what it
 * says is the problem that is told.
 *
 * @param problem what is wrong, without the key
 */
record UnresolvedPlaceholder(String problem) {

	/** Tell those within a value of any shape. */
	static void tell(Object toml, KeyPath key, BindProblems problems) {
		if (toml instanceof Map<?, ?> table) {
			table.forEach((name, inner) -> tell(inner, key.child((String) name), problems));
		}
		else if (toml instanceof List<?> array) {
			for (int i = 0; i < array.size(); i++) {
				tell(array.get(i), key.element(i), problems);
			}
		}
		else if (toml instanceof UnresolvedPlaceholder) {
			problems.mismatch(key, "resolved", toml);
		}
	}

}
