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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The values of a document: tables are maps in the order of the document, arrays are
 * lists, and everything else is {@link String}, {@link Long}, {@link Double},
 * {@link Boolean} or one of the four date and time types of TOML. Immutable.
 *
 * @param root the values of the top level by name
 */
public record TomlTree(Map<String, Object> root) {

	/** No values. */
	public static final TomlTree EMPTY = new TomlTree(Map.of());

	/**
	 * Check the component.
	 */
	public TomlTree {
		Objects.requireNonNull(root, "root");
	}

	/**
	 * Return a value.
	 * @param key the key of the value
	 * @return the value, {@code null} if there is none
	 */
	public @Nullable Object at(KeyPath key) {
		Object value = this.root;
		for (Object segment : key.segments()) {
			value = step(value, segment);
		}
		return value;
	}

	/**
	 * Create a copy with some values set or removed. Missing tables are created; those in
	 * which nothing differs are shared with this tree.
	 * @param edits the edits, in the order in which they are made
	 * @return the edited tree
	 * @throws IllegalArgumentException if a key leads through a value that is not a table
	 */
	public TomlTree with(List<TomlEdit> edits) {
		TomlTree edited = this;
		for (TomlEdit edit : edits) {
			Object root = replaced(edited.root, edit, 0);
			edited = new TomlTree(table(Objects.requireNonNull(root)));
		}
		return edited;
	}

	/**
	 * Return the edits that lead from this tree to another: single values where possible,
	 * whole arrays where their lengths differ.
	 * @param target the tree to reach
	 * @return the edits, removals first within each table
	 */
	public List<TomlEdit> editsTo(TomlTree target) {
		List<TomlEdit> edits = new ArrayList<>();
		compareTables(KeyPath.ROOT, this.root, target.root, edits);
		return edits;
	}

	/**
	 * Return the keys of all values that are not tables, with the keys of each table next
	 * to each other. An array is one value, unless its elements are tables.
	 * @return the keys
	 */
	public List<KeyPath> keys() {
		List<KeyPath> keys = new ArrayList<>();
		collect(KeyPath.ROOT, this.root, keys);
		return keys;
	}

	/**
	 * Return the {@link #keys()} that another tree does not have. The cost depends on
	 * what the trees do not share.
	 * @param other the other tree
	 * @return the missing keys
	 */
	public List<KeyPath> keysMissingIn(TomlTree other) {
		List<KeyPath> keys = new ArrayList<>();
		collectMissing(KeyPath.ROOT, this.root, other.root, keys);
		return keys;
	}

	/**
	 * Return a table as a map.
	 * @param value a value that is a table
	 * @return the same value
	 */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> table(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	static List<Object> array(Object value) {
		return (List<Object>) value;
	}

	private static @Nullable Object step(@Nullable Object value, Object segment) {
		if (segment instanceof Integer index) {
			return (value instanceof List<?> list && index < list.size()) ? list.get(index) : null;
		}
		return (value instanceof Map<?, ?> map) ? map.get(segment) : null;
	}

	private static @Nullable Object replaced(@Nullable Object value, TomlEdit edit, int depth) {
		List<Object> segments = edit.key().segments();
		boolean nothingToRemove = value == null && edit.value() == null;
		if (nothingToRemove || depth == segments.size()) {
			return edit.value();
		}
		return (segments.get(depth) instanceof Integer index) ? replacedElement(value, edit, depth, index)
				: replacedEntry(value, edit, depth, (String) segments.get(depth));
	}

	private static Table replacedEntry(@Nullable Object value, TomlEdit edit, int depth, String name) {
		if (value != null && !(value instanceof Map)) {
			throw new IllegalArgumentException("'" + edit.key() + "' leads through a value that is not a table");
		}
		Map<String, Object> table = (value != null) ? new LinkedHashMap<>(table(value)) : new LinkedHashMap<>();
		Object inner = replaced(table.get(name), edit, depth + 1);
		if (inner != null) {
			table.put(name, inner);
		}
		else {
			table.remove(name);
		}
		return new Table(table);
	}

	private static Object replacedElement(@Nullable Object value, TomlEdit edit, int depth, int index) {
		if (!(value instanceof List<?> list) || index >= list.size()) {
			throw new IllegalArgumentException("'" + edit.key() + "' leads past the end of an array");
		}
		List<Object> copy = new ArrayList<>(list);
		Object inner = replaced(copy.get(index), edit, depth + 1);
		if (inner != null) {
			copy.set(index, inner);
		}
		else {
			copy.remove(index);
		}
		return List.copyOf(copy);
	}

	private static void compareTables(KeyPath at, Map<String, Object> from, Map<String, Object> to,
			List<TomlEdit> edits) {
		from.keySet()
			.stream()
			.filter((name) -> !to.containsKey(name))
			.forEach((name) -> edits.add(new TomlEdit(at.child(name), null)));
		to.forEach((name, value) -> compare(at.child(name), from.get(name), value, edits));
	}

	private static void compare(KeyPath at, @Nullable Object from, Object to, List<TomlEdit> edits) {
		if (to.equals(from)) {
			return;
		}
		if (from instanceof Map && to instanceof Map) {
			compareTables(at, table(from), table(to), edits);
		}
		else if (from instanceof List<?> before && to instanceof List<?> after && ofTables(before) && ofTables(after)
				&& before.size() == after.size()) {
			for (int i = 0; i < after.size(); i++) {
				compareTables(at.element(i), table(before.get(i)), table(after.get(i)), edits);
			}
		}
		else {
			edits.add(new TomlEdit(at, to));
		}
	}

	private static boolean isOfTables(@Nullable Object value) {
		return value instanceof List<?> array && !array.isEmpty() && ofTables(array);
	}

	private static boolean ofTables(List<?> array) {
		return array.stream().allMatch(Map.class::isInstance);
	}

	private static void collectMissing(KeyPath at, Map<String, Object> table, @Nullable Object other,
			List<KeyPath> keys) {
		Map<?, ?> others = (other instanceof Map<?, ?> map) ? map : Map.of();
		table.forEach((name, value) -> {
			Object found = others.get(name);
			if (found != value) {
				collectMissingFrom(at.child(name), value, found, keys);
			}
		});
	}

	private static void collectMissingFrom(KeyPath key, Object value, @Nullable Object other, List<KeyPath> keys) {
		if (value instanceof Map) {
			collectMissing(key, table(value), other, keys);
		}
		else if (isOfTables(value)) {
			collectMissingElements(key, (List<?>) value, other, keys);
		}
		else if (other == null || other instanceof Map || isOfTables(other)) {
			keys.add(key);
		}
	}

	private static void collectMissingElements(KeyPath key, List<?> array, @Nullable Object other, List<KeyPath> keys) {
		List<?> others = (other instanceof List<?> list && isOfTables(list)) ? list : List.of();
		for (int i = 0; i < array.size(); i++) {
			Object found = (i < others.size()) ? others.get(i) : null;
			if (found != array.get(i)) {
				collectMissing(key.element(i), table(array.get(i)), found, keys);
			}
		}
	}

	private static void collect(KeyPath at, Map<String, Object> table, List<KeyPath> keys) {
		table.forEach((name, value) -> collectFrom(at.child(name), value, keys));
	}

	private static void collectFrom(KeyPath key, Object value, List<KeyPath> keys) {
		if (value instanceof Map) {
			collect(key, table(value), keys);
		}
		else if (isOfTables(value)) {
			List<?> array = (List<?>) value;
			for (int i = 0; i < array.size(); i++) {
				collect(key.element(i), table(array.get(i)), keys);
			}
		}
		else {
			keys.add(key);
		}
	}

}
