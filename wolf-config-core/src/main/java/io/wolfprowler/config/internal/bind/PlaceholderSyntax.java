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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.wolfprowler.config.internal.toml.Table;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * How placeholders are written in the strings of a document.
 */
public final class PlaceholderSyntax {

	static final String PREFIX = "${";

	private static final String ESCAPED_PREFIX = "\\${";

	private PlaceholderSyntax() {
	}

	/**
	 * Return whether a value has to be resolved.
	 * @param toml the TOML value, {@code null} if there is none
	 * @return whether it contains a placeholder, or an escaped one
	 */
	public static boolean occursIn(@Nullable Object toml) {
		if (toml instanceof Map<?, ?> table) {
			return table.values().stream().anyMatch(PlaceholderSyntax::occursIn);
		}
		if (toml instanceof Collection<?> array) {
			return array.stream().anyMatch(PlaceholderSyntax::occursIn);
		}
		return toml instanceof String text && occursIn(text);
	}

	/** Return whether a string has to be resolved. */
	static boolean occursIn(String text) {
		return text.contains(PREFIX);
	}

	/**
	 * Escape a value, so that it resolves to itself.
	 * @param toml the TOML value
	 * @return the value with a backslash before whatever would be a placeholder
	 */
	public static Object escaped(Object toml) {
		if (!occursIn(toml)) {
			return toml;
		}
		if (toml instanceof Map) {
			Map<String, Object> table = new LinkedHashMap<>(TomlTree.table(toml));
			table.replaceAll((name, inner) -> escaped(inner));
			return new Table(table);
		}
		return (toml instanceof Collection<?> array) ? array.stream().map(PlaceholderSyntax::escaped).toList()
				: toml.toString().replace(PREFIX, ESCAPED_PREFIX);
	}

}
