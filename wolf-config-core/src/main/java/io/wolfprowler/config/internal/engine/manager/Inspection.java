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
import java.util.Map;
import java.util.Objects;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigEntry;
import io.wolfprowler.config.ConfigInspection;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.internal.engine.load.Engine;
import io.wolfprowler.config.internal.engine.load.ReloadPipeline;
import io.wolfprowler.config.internal.toml.TomlException;

/**
 * Answers what tools ask about one configuration.
 *
 * @param engine knows the versions and what is active
 * @param reloader reads statements as it reads documents
 * @param <T> the type of the configuration
 */
record Inspection<T>(Engine<T> engine, ReloadPipeline<T> reloader) implements ConfigInspection {

	@Override
	public List<ConfigEntry> entries() {
		return new ActiveEntries<>(this.engine).list();
	}

	@Override
	public List<ConfigVersion> history() {
		return this.engine.commitPoint().versions();
	}

	@Override
	public List<ConfigChange.Property> diff(long from, long to) {
		return new VersionDiff<>(this.engine).between(from, to);
	}

	@Override
	public Map<String, Object> parseValues(String toml) {
		try {
			return this.reloader.statements(Objects.requireNonNull(toml, "toml"));
		}
		catch (TomlException ex) {
			throw new ConfigRejectedException("update", ex.getProblems());
		}
	}

}
