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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an array whose elements have one shape.
 *
 * @param element the shape of the elements
 * @param unique whether the Java type is a set
 */
record CollectionShape(Shape element, boolean unique) implements Shape {

	/** Stands between the words for an array and those for its elements. */
	static final String EACH = ", each ";

	@Override
	public @Nullable Object read(Object toml, KeyPath key, BindProblems problems) {
		if (!(toml instanceof List<?> array)) {
			problems.mismatch(key, "an array", toml);
			return null;
		}
		int before = problems.count();
		List<Object> values = new ArrayList<>(array.size());
		for (int i = 0; i < array.size(); i++) {
			Object value = this.element.read(array.get(i), key.element(i), problems);
			if (value != null) {
				values.add(value);
			}
		}
		return (problems.count() == before) ? made(values) : null;
	}

	@Override
	public List<Object> write(Object value) {
		return ((Collection<?>) value).stream().<Object>mapMulti((inner, next) -> {
			Object toml = this.element.write(inner);
			if (toml != null) {
				next.accept(toml);
			}
		}).toList();
	}

	@Override
	public void compare(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue, Differences differences) {
		if (oldValue == null || newValue == null) {
			Shape.super.compare(key, oldValue, newValue, differences);
		}
		else if (!tables()) {
			// Not every element defines equals(), but what is written does.
			if (!oldValue.equals(newValue) && !written(oldValue).equals(written(newValue))) {
				differences.add(key, oldValue, newValue);
			}
		}
		else if (!oldValue.equals(newValue)) {
			compareTables(key, (Collection<?>) oldValue, (Collection<?>) newValue, differences);
		}
	}

	@Override
	public Object missing(KeyPath key, BindProblems problems) {
		return made(List.of());
	}

	@Override
	public Object parse(String[] text) {
		return Stream.of(text).map((one) -> this.element.parse(new String[] { one })).toList();
	}

	@Override
	public boolean hasEmptyValue() {
		return true;
	}

	@Override
	public String expected() {
		return "an array" + EACH + this.element.expected();
	}

	@Override
	public boolean isSection() {
		return tables();
	}

	@Override
	public void describe(KeyPath key, TemplateText template) {
		template.header("[[" + key + "]]");
		this.element.describeKeys(key, template);
	}

	@Override
	public boolean holdsSecret(Set<Shape> visited) {
		return this.element.holdsSecret(visited);
	}

	@Override
	public boolean hasFreeKeys(Set<Shape> visited) {
		return this.element.hasFreeKeys(visited);
	}

	@Override
	public void collectReflected(Set<Executable> found) {
		this.element.collectReflected(found);
	}

	@Override
	public @Nullable Step step(Object segment) {
		// Constraint paths have no index for the elements of a set.
		return (segment instanceof Integer) ? Step.into(this.element) : this.element.step(segment);
	}

	@Override
	public @Nullable Object inner(Object value, Object segment) {
		return (segment instanceof Integer index)
				? ((Collection<?>) value).stream().skip(index).findFirst().orElse(null) : null;
	}

	@Override
	public @Nullable String keyOf(String component) {
		return this.element.keyOf(component);
	}

	private void compareTables(KeyPath key, Collection<?> before, Collection<?> after, Differences differences) {
		if (before.size() != after.size() || this.unique) {
			differences.addStructural(key, before, after);
			return;
		}
		int known = differences.count();
		List<?> from = List.copyOf(before);
		List<?> to = List.copyOf(after);
		for (int i = 0; i < to.size(); i++) {
			if (from.get(i) != to.get(i)) {
				this.element.compare(key.element(i), from.get(i), to.get(i), differences);
			}
		}
		differences.markStructuralAfter(known);
	}

	private Object written(Object value) {
		List<Object> toml = write(value);
		return this.unique ? new HashSet<>(toml) : toml;
	}

	private boolean tables() {
		return this.element instanceof TableShape;
	}

	private Object made(List<Object> values) {
		return this.unique ? Collections.unmodifiableSet(new LinkedHashSet<>(values))
				: Collections.unmodifiableList(values);
	}

}
