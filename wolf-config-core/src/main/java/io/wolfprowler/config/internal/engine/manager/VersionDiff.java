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

import java.io.IOException;
import java.util.List;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.internal.bind.BindResult;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.StoredVersion;
import io.wolfprowler.config.internal.engine.apply.Transitions;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.toml.TomlException;
import org.jspecify.annotations.Nullable;

/**
 * Compares two stored versions.
 *
 * @param active knows the stored versions
 * @param checker binds them
 * @param transitions compares them
 * @param <T> the type of the configuration
 */
record VersionDiff<T>(ActiveConfig<T> active, CandidateChecker<T> checker, Transitions<T> transitions) {

	List<ConfigChange.Property> between(long from, long to) {
		return this.transitions.changes(config(from), config(to)).stream().map(VersionDiff::masked).toList();
	}

	private T config(long version) {
		StoredVersion stored = this.active.stored(version);
		if (stored == null) {
			throw new ConfigException("version " + version + " is not kept");
		}
		try {
			return config(version, stored.content());
		}
		catch (IOException | TomlException ex) {
			throw new ConfigException("version " + version + " can't be read: " + IoFailure.messageOf(ex), ex);
		}
	}

	private T config(long version, StoredVersion.Content content) {
		BindResult<T> bound = this.checker.bind(content.values(), this.checker.placeholders().newValues());
		T config = bound.config();
		if (config == null) {
			throw new ConfigException("version " + version + " can't be bound to the present type: "
					+ bound.problems().get(0).problem().message());
		}
		return config;
	}

	// The caller may write the values out as they are, as JSON for example.
	static ConfigChange.Property masked(ConfigChange change) {
		return new ConfigChange.Property(change.key(), masked(change.oldValue(), change.secret()),
				masked(change.newValue(), change.secret()), change.secret());
	}

	private static @Nullable Object masked(@Nullable Object value, boolean secret) {
		return (secret && value != null) ? "***" : value;
	}

}
