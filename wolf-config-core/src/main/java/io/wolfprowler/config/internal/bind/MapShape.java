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

import java.lang.reflect.Executable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.Table;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a table with arbitrary names and values of one shape.
 *
 * @param names the shape of the names
 * @param values the shape of the values
 * @param anyName whether every string is a name
 */
record MapShape(Shape names, Shape values, boolean anyName) implements TableShape {

	private static final String ANY_NAME = "any-name";

	@Override
	public @Nullable Object readTable(Map<String, Object> table, KeyPath key, BindProblems problems) {
		int before = problems.count();
		Map<Object, Object> map = new LinkedHashMap<>();
		table.forEach((name, inner) -> {
			Object known = Table.recall(inner, this.values);
			if (known != null && this.anyName) {
				map.put(name, known);
			}
			else {
				read(name, inner, key.child(name), map, problems);
			}
		});
		return (problems.count() == before) ? Collections.unmodifiableMap(map) : null;
	}

	private void read(String name, Object inner, KeyPath key, Map<Object, Object> map, BindProblems problems) {
		Object readName = this.names.read(parsedName(name), key, problems);
		Object value = this.values.read(inner, key, problems);
		if (readName != null && value != null && map.put(readName, value) != null) {
			problems.add(key, "means the same as another key of its table");
		}
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
		if (oldValue == null || newValue == null) {
			TableShape.super.compare(key, oldValue, newValue, differences);
			return;
		}
		int known = differences.count();
		Map<?, ?> before = (Map<?, ?>) oldValue;
		Map<?, ?> after = (Map<?, ?>) newValue;
		before.forEach((name, value) -> compareInner(key, name, value, after.get(name), differences));
		after.forEach((name, value) -> {
			if (!before.containsKey(name)) {
				differences.add(key.child(nameOf(name)), null, value);
			}
		});
		differences.markStructuralAfter(known);
	}

	@Override
	public Object missing(KeyPath key, BindProblems problems) {
		return Map.of();
	}

	@Override
	public Object parse(String[] text) {
		throw new IllegalArgumentException("the default of a map can only be empty");
	}

	@Override
	public boolean hasEmptyValue() {
		return true;
	}

	@Override
	public boolean isSection() {
		return true;
	}

	@Override
	public void describe(KeyPath key, TemplateText template) {
		if (this.values.isSection()) {
			this.values.describe(key.child(ANY_NAME), template);
		}
		else {
			template.header("[" + key + "]");
			describeKeys(key, template);
		}
	}

	@Override
	public void describeKeys(KeyPath key, TemplateText template) {
		if (this.values.isSection()) {
			this.values.describe(key.child(ANY_NAME), template);
		}
		else {
			template.gap(ANY_NAME, this.values.expected());
		}
	}

	@Override
	public boolean holdsSecret(Set<Shape> visited) {
		return this.values.holdsSecret(visited);
	}

	@Override
	public boolean hasFreeKeys(Set<Shape> visited) {
		return true;
	}

	@Override
	public void collectReflected(Set<Executable> found) {
		this.names.collectReflected(found);
		this.values.collectReflected(found);
	}

	@Override
	public @Nullable Step step(Object segment) {
		return (segment instanceof String name) ? new Step(this.values, CredentialNames.matches(name), false) : null;
	}

	private void compareInner(KeyPath key, Object name, Object before, @Nullable Object after,
			Differences differences) {
		if (after == null) {
			differences.add(key.child(nameOf(name)), before, null);
		}
		else if (before != after) {
			this.values.compare(key.child(nameOf(name)), before, after, differences);
		}
	}

	@Override
	public @Nullable Object inner(Object value, Object segment) {
		Map<?, ?> map = (Map<?, ?>) value;
		return this.anyName ? map.get(segment)
				: map.entrySet()
					.stream()
					.filter((entry) -> nameOf(entry.getKey()).equals(segment))
					.findFirst()
					.map(Map.Entry::getValue)
					.orElse(null);
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
