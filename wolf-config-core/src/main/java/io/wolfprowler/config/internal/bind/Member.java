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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record with its key.
 *
 * @param name the key in its table
 * @param accessor reads the component
 * @param shape the shape of its values
 * @param nullable whether {@code null} stands for a missing key
 * @param defaultValue the TOML value of the declared default, {@code null} if there is
 * none
 * @param secret whether the value is a secret
 * @param restartRequired whether a change needs a restart
 */
record Member(String name, Method accessor, Shape shape, boolean nullable, @Nullable Object defaultValue,
		boolean secret, boolean restartRequired) {

	@Nullable Object read(Map<String, Object> table, KeyPath owner, BindProblems problems) {
		KeyPath key = owner.child(this.name);
		Object toml = table.getOrDefault(this.name, this.defaultValue);
		if (toml != null) {
			return this.shape.read(toml, key, problems);
		}
		return this.nullable ? null : this.shape.missing(key, problems);
	}

	void write(Object owner, Map<String, Object> table) {
		Object value = valueIn(owner);
		Object toml = (value != null) ? this.shape.write(value) : null;
		if (toml != null) {
			table.put(this.name, toml);
		}
	}

	void compare(KeyPath owner, Object before, Object after, Differences differences) {
		this.shape.compare(owner.child(this.name), valueIn(before), valueIn(after), differences);
	}

	/** Collect what is called by reflection for the component. */
	void collectReflected(Set<Executable> found) {
		found.add(this.accessor);
		found.addAll(Constraints.attributesOn(this.accessor));
		this.shape.collectReflected(found);
	}

	@Nullable Object valueIn(Object owner) {
		try {
			return this.accessor.invoke(owner);
		}
		catch (InvocationTargetException | IllegalAccessException ex) {
			throw new IllegalStateException("Cannot read " + this.accessor, ex);
		}
	}

}
