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
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlLocations;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * Lists the active values with their origins.
 *
 * @param state the active state
 * @param schema the schema of the configuration type
 * @param <T> the type of the configuration
 */
record ActiveEntries<T>(ActiveState<T> state, Schema<T> schema) {

	private static final Problem NOWHERE = new Problem(Problem.Stage.READ, null, 0, 0, "");

	List<ConfigEntry> list() {
		TomlTree values = this.schema.write(this.state.config());
		TomlLocations places = this.state.document().locations();
		return values.keys().stream().map((key) -> entry(key, values, origin(key, places))).toList();
	}

	private ConfigEntry entry(KeyPath key, TomlTree values, ConfigOrigin origin) {
		Object value = Objects.requireNonNull(values.at(key));
		return new ConfigEntry(key.toString(), value, this.schema.isSecret(key, value), origin);
	}

	private ConfigOrigin origin(KeyPath key, TomlLocations places) {
		String source = this.state.snapshot().origin();
		if (this.state.pendingEdits().contains(key)) {
			return new ConfigOrigin(ConfigOrigin.Kind.UPDATE, source, 0, 0);
		}
		if (this.state.document().values().at(key) == null) {
			return new ConfigOrigin(ConfigOrigin.Kind.DEFAULT, source, 0, 0);
		}
		Problem location = places.atValue(NOWHERE, key);
		return new ConfigOrigin(ConfigOrigin.Kind.SOURCE, source, location.line(), location.column());
	}

}
