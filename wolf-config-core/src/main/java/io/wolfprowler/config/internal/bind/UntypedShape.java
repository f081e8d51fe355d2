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

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlValues;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@link Object}, which takes any value as it is.
 */
final class UntypedShape implements Shape {

	@Override
	public Object read(Object toml, KeyPath key, BindProblems problems) {
		reportUnresolved(toml, key, problems);
		return toml;
	}

	@Override
	public Object write(Object value) {
		return TomlValues.fromJava(value);
	}

	@Override
	public Object parse(String[] text) {
		return (text.length == 1) ? text[0] : List.of(text);
	}

	@Override
	public @Nullable Object inner(Object value, Object segment) {
		if (value instanceof Map<?, ?> map) {
			return map.get(segment);
		}
		return (value instanceof List<?> list && segment instanceof Integer index && index < list.size())
				? list.get(index) : null;
	}

	@Override
	public boolean hasFreeKeys(Set<Shape> visited) {
		return true;
	}

	@Override
	public String expected() {
		return "any value";
	}

	@Override
	public Step step(Object segment) {
		return new Step(this, segment instanceof String name && CredentialNames.matches(name), false);
	}

	private static void reportUnresolved(Object toml, KeyPath key, BindProblems problems) {
		if (toml instanceof Map<?, ?> table) {
			table.forEach((name, inner) -> reportUnresolved(inner, key.child((String) name), problems));
		}
		else if (toml instanceof List<?> array) {
			for (int i = 0; i < array.size(); i++) {
				reportUnresolved(array.get(i), key.element(i), problems);
			}
		}
		else if (toml instanceof UnresolvedPlaceholder unresolved) {
			problems.add(key, unresolved);
		}
	}

}
