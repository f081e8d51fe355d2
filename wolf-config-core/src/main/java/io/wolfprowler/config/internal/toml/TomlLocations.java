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

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.guard.EditableText;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlElement;
import org.tomlj.TomlEntry;
import org.tomlj.TomlKeyValue;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlValue;

/**
 * The locations of the keys and values in a document.
 */
public final class TomlLocations {

	private final EditableText text;

	TomlLocations(EditableText text) {
		this.text = text;
	}

	/**
	 * Locate a problem at the value of a key or, if the document does not have the key,
	 * at the table that would contain it.
	 * @param problem the problem
	 * @param key the key
	 * @return the problem with a location, or without one if that table is the document
	 * itself
	 */
	public Problem atValue(Problem problem, KeyPath key) {
		return at(problem, key, false);
	}

	/**
	 * Locate a problem at the name of a key.
	 * @param problem the problem
	 * @param key the key
	 * @return the problem with a location
	 */
	public Problem atKey(Problem problem, KeyPath key) {
		return at(problem, key, true);
	}

	/**
	 * Sort keys by their locations.
	 * @param keys keys of the document
	 * @return the same keys in the order of the document
	 */
	public List<KeyPath> inDocumentOrder(Collection<KeyPath> keys) {
		record Placed(KeyPath key, int line, int column) {

		}
		return keys.stream().map((key) -> {
			TomlPosition position = position(key, true);
			return (position != null) ? new Placed(key, position.line(), position.column()) : new Placed(key, 0, 0);
		}).sorted(Comparator.comparingInt(Placed::line).thenComparingInt(Placed::column)).map(Placed::key).toList();
	}

	private Problem at(Problem problem, KeyPath key, boolean name) {
		for (KeyPath path = key; !path.isRoot(); path = path.parent()) {
			TomlPosition position = position(path, name);
			if (position != null) {
				return problem.at(this.text.originalLine(position.line()), position.column());
			}
		}
		return problem;
	}

	private @Nullable TomlPosition position(KeyPath key, boolean name) {
		List<Object> segments = key.segments();
		Object container = this.text.table();
		TomlElement element = null;
		for (Object segment : segments) {
			element = element(container, segment);
			if (element == null) {
				return null;
			}
			TomlValue value = valueOf(element);
			container = (value != null) ? value.get() : element;
		}
		return (element != null) ? positionOf(element, name) : null;
	}

	private static @Nullable TomlElement element(Object container, Object segment) {
		if (segment instanceof Integer index) {
			return (container instanceof TomlArray array && index < array.size()) ? array.entry(index) : null;
		}
		return (container instanceof TomlTable table) ? table.entry(List.of((String) segment)) : null;
	}

	private static @Nullable TomlPosition positionOf(TomlElement element, boolean name) {
		TomlValue value = valueOf(element);
		TomlPosition position = (name || value == null) ? null : value.position();
		return (position != null) ? position : element.position();
	}

	private static @Nullable TomlValue valueOf(TomlElement element) {
		if (element instanceof TomlKeyValue pair) {
			return pair.value();
		}
		return (element instanceof TomlEntry entry) ? entry.value() : null;
	}

}
