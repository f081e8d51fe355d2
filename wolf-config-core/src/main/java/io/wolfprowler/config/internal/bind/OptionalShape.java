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
import java.util.Optional;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an optional value.
 *
 * @param content the shape of the value if it is present
 */
record OptionalShape(Shape content) implements Shape {

	@Override
	public @Nullable Object read(Object toml, KeyPath key, BindProblems problems) {
		Object value = this.content.read(toml, key, problems);
		return (value != null) ? Optional.of(value) : null;
	}

	@Override
	public @Nullable Object write(Object value) {
		Object inner = unwrapped(value);
		return (inner != null) ? this.content.write(inner) : null;
	}

	@Override
	public void compare(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue, Differences differences) {
		Object before = unwrapped(oldValue);
		Object after = unwrapped(newValue);
		if (before != null && after != null) {
			this.content.compare(key, before, after, differences);
		}
		else if (before != after) {
			differences.add(key, before, after);
		}
	}

	@Override
	public Object missing(KeyPath key, BindProblems problems) {
		return Optional.empty();
	}

	@Override
	public Object parse(String[] text) {
		return this.content.parse(text);
	}

	@Override
	public boolean hasEmptyValue() {
		return true;
	}

	@Override
	public String expected() {
		return this.content.expected();
	}

	@Override
	public boolean isSection() {
		return this.content.isSection();
	}

	@Override
	public void describe(KeyPath key, TemplateText template) {
		this.content.describe(key, template);
	}

	@Override
	public boolean holdsSecret(Set<Shape> visited) {
		return this.content.holdsSecret(visited);
	}

	@Override
	public boolean hasFreeKeys(Set<Shape> visited) {
		return this.content.hasFreeKeys(visited);
	}

	@Override
	public void collectReflected(Set<Executable> found) {
		this.content.collectReflected(found);
	}

	@Override
	public @Nullable Step step(Object segment) {
		return this.content.step(segment);
	}

	@Override
	public @Nullable Object inner(Object value, Object segment) {
		Object content = unwrapped(value);
		return (content != null) ? this.content.inner(content, segment) : null;
	}

	@Override
	public @Nullable String keyOf(String component) {
		return this.content.keyOf(component);
	}

	private static @Nullable Object unwrapped(@Nullable Object value) {
		return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
	}

}
