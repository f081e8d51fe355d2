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

package io.wolfprowler.config.internal.engine.apply;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.wolfprowler.config.ConfigValues;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * Finds values by key, and caches what it has found: a key that was asked for before
 * costs one look into a map. Created for each version, and filled by its readers.
 *
 * @param <T> the type of the configuration
 */
public final class ValueIndex<T> implements ConfigValues {

	/** A reader that asks for more keys asks for many that do not exist. */
	private static final int MOST = 4096;

	private static final Object ABSENT = new Object();

	private final Schema<T> schema;

	private final T config;

	private final Paths paths;

	private final Map<String, Object> known = new ConcurrentHashMap<>();

	/**
	 * Create the index of a configuration.
	 * @param schema the schema of its type
	 * @param config the configuration
	 * @param paths the parsed keys of the versions before
	 */
	public ValueIndex(Schema<T> schema, T config, Paths paths) {
		this.schema = schema;
		this.config = config;
		this.paths = paths;
	}

	@Override
	public @Nullable Object value(String key) {
		Object value = this.known.get(key);
		if (value == null) {
			value = find(key);
			if (this.known.size() < MOST) {
				this.known.put(key, value);
			}
		}
		return (value != ABSENT) ? value : null;
	}

	@Override
	public Map<String, Object> toml() {
		return this.schema.write(this.config).root();
	}

	private Object find(String key) {
		KeyPath path = this.paths.parse(key);
		return Objects.requireNonNullElse((path != null) ? this.schema.valueAt(this.config, path) : null, ABSENT);
	}

	/**
	 * The parsed keys that were asked for.
	 */
	public static final class Paths {

		private final Map<String, KeyPath> known = new ConcurrentHashMap<>();

		/** Return a key as a path, {@code null} if it is not a key. */
		@Nullable KeyPath parse(String key) {
			KeyPath path = this.known.get(key);
			return (path != null) ? path : parsed(key);
		}

		private @Nullable KeyPath parsed(String key) {
			try {
				KeyPath path = KeyPath.parse(key);
				if (this.known.size() < MOST) {
					this.known.put(key, path);
				}
				return path;
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

}
