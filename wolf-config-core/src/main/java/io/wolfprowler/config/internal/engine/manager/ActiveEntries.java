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
package io.wolfprowler.config.internal.engine.manager;

import java.util.List;
import java.util.Objects;

import io.wolfprowler.config.ConfigEntry;
import io.wolfprowler.config.ConfigOrigin;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.load.Engine;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlLocations;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * The values in force, one by one.
 *
 * @param engine the shared parts
 * @param <T> the type of the configuration
 */
record ActiveEntries<T>(Engine<T> engine) {

	private static final Problem NOWHERE = new Problem(Problem.Stage.READ, null, 0, 0, "");

	List<ConfigEntry> list() {
		ActiveState<T> inForce = this.engine.current();
		Schema<T> schema = this.engine.judge().schema();
		TomlTree values = schema.write(inForce.config());
		TomlLocations locations = inForce.document().locations();
		return values.keys()
			.stream()
			.map((key) -> entry(schema, key, values, origin(key, inForce, locations)))
			.toList();
	}

	private static ConfigEntry entry(Schema<?> schema, KeyPath key, TomlTree values, ConfigOrigin origin) {
		Object value = Objects.requireNonNull(values.at(key));
		return new ConfigEntry(key.toString(), value, schema.isSecret(key, value), origin);
	}

	private ConfigOrigin origin(KeyPath key, ActiveState<T> inForce, TomlLocations locations) {
		String source = inForce.snapshot().origin();
		if (inForce.unsaved().contains(key)) {
			return new ConfigOrigin(ConfigOrigin.Kind.UPDATE, source, 0, 0);
		}
		if (inForce.document().values().at(key) == null) {
			return new ConfigOrigin(ConfigOrigin.Kind.DEFAULT, source, 0, 0);
		}
		Problem place = locations.atValue(NOWHERE, key);
		return new ConfigOrigin(ConfigOrigin.Kind.SOURCE, source, place.line(), place.column());
	}

}
