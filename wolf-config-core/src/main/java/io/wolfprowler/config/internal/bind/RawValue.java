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

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wolfprowler.config.internal.toml.Table;
import org.jspecify.annotations.Nullable;

/**
 * A value as the document has it, possibly with placeholders, and the value it resolves
 * to. A value that is unchanged once resolved keeps its placeholders.
 *
 * @param raw the value in the document
 * @param resolved the value as a record is written
 */
public record RawValue(Object raw, Object resolved) {

	/**
	 * Check the components.
	 */
	public RawValue {
		Objects.requireNonNull(raw, "raw");
		Objects.requireNonNull(resolved, "resolved");
	}

	/**
	 * Return the raw form of a value. Whatever equals a resolved value takes the raw form
	 * of that, placeholders included; everything else is escaped, so that it resolves to
	 * itself.
	 * @param value the value as a record is written
	 * @param known the raw values so far, the preferred one first
	 * @return the value to put into the document
	 */
	public static Object of(Object value, List<RawValue> known) {
		for (RawValue candidate : known) {
			if (candidate.resolved.equals(value)) {
				return candidate.raw;
			}
		}
		if (known.isEmpty()) {
			return PlaceholderSyntax.escaped(value);
		}
		if (value instanceof Map<?, ?> table) {
			return table(table, known);
		}
		return (value instanceof List<?> array) ? array(array, known) : PlaceholderSyntax.escaped(value);
	}

	private static Object table(Map<?, ?> table, List<RawValue> known) {
		Map<String, Object> raw = new LinkedHashMap<>();
		table.forEach((name, value) -> {
			List<RawValue> inner = new ArrayList<>();
			for (RawValue outer : known) {
				RawValue entry = entry(outer, name);
				if (entry != null) {
					inner.add(entry);
				}
			}
			raw.put((String) name, of(value, inner));
		});
		return new Table(raw);
	}

	private static Object array(List<?> array, List<RawValue> known) {
		List<Elements> elements = known.stream().map(Elements::of).toList();
		List<Object> raw = new ArrayList<>();
		for (int i = 0; i < array.size(); i++) {
			List<RawValue> inner = new ArrayList<>();
			for (Elements each : elements) {
				RawValue element = each.find(array.get(i), i);
				if (element != null) {
					inner.add(element);
				}
			}
			raw.add(of(array.get(i), inner));
		}
		return Collections.unmodifiableList(raw);
	}

	private static @Nullable RawValue entry(RawValue table, Object name) {
		Object raw = (table.raw instanceof Map<?, ?> map) ? map.get(name) : null;
		Object resolved = (table.resolved instanceof Map<?, ?> map) ? map.get(name) : null;
		return (raw != null && resolved != null) ? new RawValue(raw, resolved) : null;
	}

	/**
	 * The elements of an array, which may have moved since.
	 *
	 * @param inOrder the elements
	 * @param byResolved the same elements by their resolved values
	 */
	private record Elements(List<RawValue> inOrder, Map<Object, RawValue> byResolved) {

		static Elements of(RawValue array) {
			List<RawValue> inOrder = new ArrayList<>();
			Map<Object, RawValue> byResolved = new HashMap<>();
			if (array.raw instanceof List<?> raw && array.resolved instanceof List<?> resolved
					&& raw.size() == resolved.size()) {
				for (int i = 0; i < raw.size(); i++) {
					RawValue element = new RawValue(raw.get(i), resolved.get(i));
					inOrder.add(element);
					byResolved.putIfAbsent(element.resolved, element);
				}
			}
			return new Elements(inOrder, byResolved);
		}

		@Nullable RawValue find(Object value, int index) {
			RawValue same = (index < this.inOrder.size()) ? this.inOrder.get(index) : null;
			if (same != null && same.resolved.equals(value)) {
				return same;
			}
			return this.byResolved.getOrDefault(value, same);
		}

	}

}
