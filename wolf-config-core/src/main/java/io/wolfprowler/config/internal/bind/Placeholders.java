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

import java.util.Objects;
import java.util.function.Function;

import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the placeholders in the strings of documents. Keys are never resolved.
 * <p>
 * Tables without placeholders are handed on as they are, and those that were seen the
 * last time are not searched again: a reload costs what differs. Safe for use by several
 * threads.
 */
public final class Placeholders {

	private final Function<String, @Nullable String> lookup;

	private volatile Resolution last = Resolution.EMPTY;

	/**
	 * Create placeholders.
	 * @param lookup returns what a name stands for, {@code null} if nothing sets it
	 */
	public Placeholders(Function<String, @Nullable String> lookup) {
		this.lookup = Objects.requireNonNull(lookup, "lookup");
	}

	/**
	 * Look names up in the system properties, then in the environment variables.
	 * @param name the name
	 * @return what it stands for, {@code null} if nothing sets it
	 */
	public static @Nullable String ofSystem(String name) {
		String property = System.getProperty(name);
		return (property != null) ? property : System.getenv(name);
	}

	/**
	 * Return names that are looked up from now on.
	 * @return fresh names
	 */
	public PlaceholderValues newValues() {
		return new PlaceholderValues(this.lookup);
	}

	/**
	 * Resolve the placeholders in values. What can't be resolved is a problem when the
	 * result is bound.
	 * @param raw the values as they stand in the text
	 * @param available what the names stand for
	 * @param schema knows the types: a string that is one placeholder as a whole may
	 * stand for a number, a boolean, a date or a time
	 * @return the values to bind
	 */
	public Resolution resolve(TomlTree raw, PlaceholderValues available, Schema<?> schema) {
		Resolution resolution = new Substitution(available, schema, this.last).of(raw);
		this.last = resolution;
		return resolution;
	}

}
