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
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.Transitions;
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.engine.load.DocumentReader;
import io.wolfprowler.config.internal.toml.TomlException;

/**
 * Answers what tools ask about one configuration.
 *
 * @param active holds the active state
 * @param checker binds stored versions
 * @param transitions compares versions
 * @param reader parses the values of an update
 * @param <T> the type of the configuration
 */
record Inspection<T>(ActiveConfig<T> active, CandidateChecker<T> checker, Transitions<T> transitions,
		DocumentReader reader) implements ConfigInspection {

	@Override
	public List<ConfigEntry> entries() {
		return new ActiveEntries<>(this.active.current(), this.checker.schema()).list();
	}

	@Override
	public List<ConfigVersion> history() {
		return this.active.versions();
	}

	@Override
	public List<ConfigChange.Property> diff(long from, long to) {
		return new VersionDiff<>(this.active, this.checker, this.transitions).between(from, to);
	}

	@Override
	public Map<String, Object> parseValues(String toml) {
		try {
			return new ValuesByKey(this.reader.parse(Objects.requireNonNull(toml, "toml")).values()).toMap();
		}
		catch (TomlException ex) {
			throw new ConfigRejectedException("update", ex.getProblems());
		}
	}

}
