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
 * Tables without placeholders are passed on as they are, and tables shared with the
 * previous document are not searched again, so that a reload costs only what differs.
 * Safe for use by several threads.
 */
public final class Placeholders {

	private final Function<String, @Nullable String> lookup;

	private volatile Resolution last = Resolution.EMPTY;

	/**
	 * Create a resolver.
	 * @param lookup returns the value of a name, {@code null} if nothing sets it
	 */
	public Placeholders(Function<String, @Nullable String> lookup) {
		this.lookup = Objects.requireNonNull(lookup, "lookup");
	}

	/**
	 * Look up a name in the system properties, then in the environment variables.
	 * @param name the name
	 * @return its value, {@code null} if nothing sets it
	 */
	public static @Nullable String ofSystem(String name) {
		String property = System.getProperty(name);
		return (property != null) ? property : System.getenv(name);
	}

	/**
	 * Return values none of which has been looked up yet.
	 * @return the values
	 */
	public PlaceholderValues newValues() {
		return new PlaceholderValues(this.lookup);
	}

	/**
	 * Resolve the placeholders in values. One that can't be resolved becomes a problem
	 * when the result is bound.
	 * @param raw the values as the document has them
	 * @param available the values of placeholders
	 * @param schema knows the types: a string that is one placeholder and nothing else
	 * may resolve to a number, a boolean, a date or a time
	 * @return the values to bind
	 */
	public Resolution resolve(TomlTree raw, PlaceholderValues available, Schema<?> schema) {
		Resolution resolution = new Substitution(available, schema, this.last).of(raw);
		this.last = resolution;
		return resolution;
	}

}
