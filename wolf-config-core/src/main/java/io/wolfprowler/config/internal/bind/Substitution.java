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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.Table;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the placeholders of one tree.
 */
final class Substitution {

	private final PlaceholderValues available;

	private final Schema<?> schema;

	private final Resolution last;

	private final Set<KeyPath> secrets = new HashSet<>();

	private final Deque<Object> path = new ArrayDeque<>();

	/**
	 * Create a substitution.
	 * @param last the previous resolution, which may share tables with this one
	 */
	Substitution(PlaceholderValues available, Schema<?> schema, Resolution last) {
		this.available = available;
		this.schema = schema;
		this.last = last;
	}

	Resolution of(TomlTree raw) {
		Object root = value(raw.root(), this.last.raw().root(), this.last.values().root());
		return new Resolution(raw, new TomlTree(TomlTree.table(root)), this.secrets);
	}

	private Object value(Object toml, @Nullable Object before, @Nullable Object resolvedBefore) {
		if (toml instanceof String text) {
			return PlaceholderSyntax.occursIn(text) ? text(text) : text;
		}
		boolean holdsValues = toml instanceof Map || toml instanceof List;
		boolean known = toml == before && resolvedBefore != null;
		if (!holdsValues || (known && before == resolvedBefore)) {
			return toml;
		}
		Object resolved = (toml instanceof List<?> array) ? array(array, before, resolvedBefore)
				: table(TomlTree.table(toml), before, resolvedBefore);
		return (known && resolvedBefore != null && resolved.equals(resolvedBefore)) ? resolvedBefore : resolved;
	}

	private Object table(Map<String, Object> table, @Nullable Object before, @Nullable Object resolvedBefore) {
		Map<String, Object> copy = null;
		for (Map.Entry<String, Object> entry : table.entrySet()) {
			Object resolved = inner(entry.getKey(), entry.getValue(), before, resolvedBefore);
			if (resolved != entry.getValue()) {
				copy = (copy != null) ? copy : new LinkedHashMap<>(table);
				copy.put(entry.getKey(), resolved);
			}
		}
		return (copy != null) ? new Table(copy) : table;
	}

	private Object array(List<?> array, @Nullable Object before, @Nullable Object resolvedBefore) {
		List<Object> copy = null;
		for (int i = 0; i < array.size(); i++) {
			Object resolved = inner(i, array.get(i), before, resolvedBefore);
			if (resolved != array.get(i)) {
				copy = (copy != null) ? copy : new ArrayList<>(array);
				copy.set(i, resolved);
			}
		}
		return (copy != null) ? Collections.unmodifiableList(copy) : array;
	}

	// Most values are single ones without a placeholder, and are returned at once.
	private Object inner(Object segment, Object toml, @Nullable Object before, @Nullable Object resolvedBefore) {
		if ((toml instanceof String text) ? !PlaceholderSyntax.occursIn(text)
				: !(toml instanceof Map || toml instanceof List)) {
			return toml;
		}
		this.path.addLast(segment);
		Object resolved = value(toml, step(before, segment), step(resolvedBefore, segment));
		this.path.removeLast();
		return resolved;
	}

	private static @Nullable Object step(@Nullable Object value, Object segment) {
		if (segment instanceof Integer index) {
			return (value instanceof List<?> array && index < array.size()) ? array.get(index) : null;
		}
		return (value instanceof Map<?, ?> table) ? table.get(segment) : null;
	}

	private Object text(String text) {
		KeyPath key = new KeyPath(List.copyOf(this.path));
		List<String> used = new ArrayList<>();
		try {
			PlaceholderText parsed = PlaceholderParser.parse(text);
			String resolved = parsed.resolve(this.available, used);
			return parsed.isOnePlaceholder() ? this.schema.typed(key, resolved) : resolved;
		}
		catch (PlaceholderException ex) {
			return new UnresolvedPlaceholder(String.valueOf(ex.getMessage()));
		}
		finally {
			if (used.stream().anyMatch(CredentialNames::matches)) {
				this.secrets.add(key);
			}
		}
	}

}
