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

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.Table;
import io.wolfprowler.config.internal.toml.TomlValues;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a record: a table with a key for each component.
 */
final class RecordShape implements TableShape {

	private final Constructor<?> constructor;

	// Filled after construction: a record may contain itself.
	private final Map<String, Member> members = new LinkedHashMap<>();

	RecordShape(Constructor<?> constructor) {
		this.constructor = constructor;
	}

	void add(Member member) {
		if (this.members.putIfAbsent(member.name(), member) != null) {
			throw new TypeDeclarationException(
					"Two components of " + type().getName() + " have the key '" + member.name() + "'");
		}
	}

	/**
	 * Check that a record does not require itself: it may contain itself, but not always.
	 */
	void checkFinite(Set<RecordShape> path) {
		if (!path.add(this)) {
			throw new TypeDeclarationException(type().getName()
					+ " contains itself without end; make the inner one an Optional, @Nullable or a List");
		}
		for (Member member : this.members.values()) {
			if (!member.nullable() && member.shape() instanceof RecordShape inner) {
				inner.checkFinite(path);
			}
		}
		path.remove(this);
	}

	@Override
	public @Nullable Object readTable(Map<String, Object> table, KeyPath key, BindProblems problems) {
		int before = problems.count();
		Object[] values = this.members.values().stream().map((member) -> member.read(table, key, problems)).toArray();
		for (String name : table.keySet()) {
			if (!this.members.containsKey(name)) {
				problems.unknownKey(key.child(name), this.members.keySet());
			}
		}
		return (problems.count() == before) ? construct(values, key, problems) : null;
	}

	@Override
	public Object write(Object value) {
		Map<String, Object> table = new LinkedHashMap<>();
		this.members.values().forEach((member) -> member.write(value, table));
		return Collections.unmodifiableMap(table);
	}

	@Override
	public void compare(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue, Differences differences) {
		if (oldValue == null || newValue == null) {
			TableShape.super.compare(key, oldValue, newValue, differences);
		}
		else if (oldValue != newValue) {
			this.members.values().forEach((member) -> member.compare(key, oldValue, newValue, differences));
		}
	}

	@Override
	public @Nullable Object missing(KeyPath key, BindProblems problems) {
		return readTable(Table.EMPTY, key, problems);
	}

	@Override
	public Object parse(String[] text) {
		throw new IllegalArgumentException("a record takes its defaults from its components");
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
	public boolean hasDeclaredKeys() {
		return true;
	}

	@Override
	public void describe(KeyPath key, TemplateText template) {
		template.header("[" + key + "]");
		describeKeys(key, template);
	}

	// A key below a header would belong to the table of that header.
	@Override
	public void describeKeys(KeyPath key, TemplateText template) {
		if (!template.enter(type())) {
			template.comment("The same keys as above.");
			return;
		}
		this.members.values()
			.stream()
			.sorted(Comparator.comparing((member) -> member.shape().isSection()))
			.forEach((member) -> new MemberTemplate(member).writeTo(key, template));
		template.leave(type());
	}

	@Override
	public boolean holdsSecret(Set<Shape> visited) {
		return visited.add(this) && this.members.values()
			.stream()
			.anyMatch((member) -> member.secret() || member.shape().holdsSecret(visited));
	}

	@Override
	public boolean hasFreeKeys(Set<Shape> visited) {
		return visited.add(this)
				&& this.members.values().stream().anyMatch((member) -> member.shape().hasFreeKeys(visited));
	}

	@Override
	public void collectKeys(KeyPath key, Map<String, KeyPath> keysByName) {
		this.members.forEach((name, member) -> {
			if (keysByName.putIfAbsent(name, key.child(name)) == null) {
				member.shape().collectKeys(key.child(name), keysByName);
			}
		});
	}

	@Override
	public void collectReflected(Set<Executable> found) {
		if (found.add(this.constructor)) {
			this.members.values().forEach((member) -> member.collectReflected(found));
		}
	}

	@Override
	public @Nullable Step step(Object segment) {
		Member member = (segment instanceof String name) ? this.members.get(name) : null;
		return (member != null) ? new Step(member.shape(), member.secret(), member.restartRequired()) : null;
	}

	@Override
	public @Nullable Object inner(Object value, Object segment) {
		Member member = (segment instanceof String name) ? this.members.get(name) : null;
		return (member != null) ? member.valueIn(value) : null;
	}

	@Override
	public @Nullable String keyOf(String component) {
		return this.members.values()
			.stream()
			.filter((member) -> member.accessor().getName().equals(component))
			.map(Member::name)
			.findFirst()
			.orElse(null);
	}

	@Nullable String example() {
		return this.members.values()
			.stream()
			.filter((member) -> !member.secret() && member.defaultValue() != null
					&& !(member.defaultValue() instanceof Collection))
			.map((member) -> member.name() + " = " + TomlValues.shown(Objects.requireNonNull(member.defaultValue())))
			.findFirst()
			.orElse(null);
	}

	private Class<?> type() {
		return this.constructor.getDeclaringClass();
	}

	private @Nullable Object construct(@Nullable Object[] values, KeyPath key, BindProblems problems) {
		try {
			return this.constructor.newInstance(values);
		}
		catch (InvocationTargetException ex) {
			problems.add(key, "is not valid: " + messageOf(ex.getTargetException(), values));
			return null;
		}
		catch (InstantiationException | IllegalAccessException ex) {
			throw new IllegalStateException("Cannot call " + this.constructor, ex);
		}
	}

	private String messageOf(Throwable failure, @Nullable Object[] values) {
		String message = (failure.getMessage() != null) ? failure.getMessage() : failure.getClass().getSimpleName();
		Map<String, Object> table = new LinkedHashMap<>();
		int i = 0;
		for (Member member : this.members.values()) {
			Object value = values[i++];
			Object toml = (value != null) ? member.shape().write(value) : null;
			if (toml != null) {
				table.put(member.name(), toml);
			}
		}
		return Secrets.in(this, List.of(table)).mask(message);
	}

}
