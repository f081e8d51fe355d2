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

package io.wolfprowler.config.bind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.toml.KeyPath;
import io.wolfprowler.config.toml.TomlTree;

import org.jspecify.annotations.Nullable;

/**
 * A table with names of the user's choice and values of one shape.
 *
 * @param names the shape of the names
 * @param values the shape of the values
 */
record MapShape(Shape names, Shape values) implements Shape {

	@Override
	public @Nullable Object read(Object toml, KeyPath key, Findings findings) {
		if (!(toml instanceof Map)) {
			findings.wrong(key, "a table", toml);
			return null;
		}
		int before = findings.count();
		Map<Object, Object> map = new LinkedHashMap<>();
		TomlTree.table(toml).forEach((name, inner) -> {
			Object readName = this.names.read(parsedName(name), key.child(name), findings);
			Object value = this.values.read(inner, key.child(name), findings);
			if (readName != null && value != null && map.put(readName, value) != null) {
				findings.at(key.child(name), "means the same as another key of its table");
			}
		});
		return (findings.count() == before) ? Collections.unmodifiableMap(map) : null;
	}

	@Override
	public Object write(Object value) {
		Map<String, Object> table = new LinkedHashMap<>();
		((Map<?, ?>) value).forEach((name, inner) -> {
			Object toml = this.values.write(inner);
			if (toml != null) {
				table.put(nameOf(name), toml);
			}
		});
		return Collections.unmodifiableMap(table);
	}

	@Override
	public void compare(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue, Differences differences) {
		if (oldValue == null || newValue == null || oldValue.equals(newValue)) {
			Shape.super.compare(key, oldValue, newValue, differences);
			return;
		}
		int known = differences.count();
		Map<?, ?> before = (Map<?, ?>) oldValue;
		Map<?, ?> after = (Map<?, ?>) newValue;
		Set<Object> names = new LinkedHashSet<>(before.keySet());
		names.addAll(after.keySet());
		for (Object name : names) {
			KeyPath inner = key.child(nameOf(name));
			if (before.containsKey(name) && after.containsKey(name)) {
				this.values.compare(inner, before.get(name), after.get(name), differences);
			}
			else {
				differences.add(inner, before.get(name), after.get(name));
			}
		}
		differences.markStructuralAfter(known);
	}

	@Override
	public Object missing(KeyPath key, Findings findings) {
		return Map.of();
	}

	@Override
	public Object parse(String[] text) {
		throw new IllegalArgumentException("a map has no default but the empty one");
	}

	@Override
	public boolean holdsSecret(Set<Shape> visited) {
		return this.values.holdsSecret(visited);
	}

	@Override
	public @Nullable Step step(Object segment) {
		return (segment instanceof String name) ? new Step(this.values, Credentials.isNameOfOne(name), false) : null;
	}

	private Object parsedName(String name) {
		try {
			return this.names.parse(new String[] { name });
		}
		catch (RuntimeException ex) {
			return name;
		}
	}

	private String nameOf(Object name) {
		return String.valueOf(this.names.write(name));
	}

}
