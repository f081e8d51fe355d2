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

package io.wolfprowler.config.spring.environment;

import java.util.Map;
import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigEntry;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The origins of the active values, and which of them are secret. Cached until another
 * version or document is active.
 */
final class ValueOrigins {

	private final ConfigManager<?> manager;

	private volatile @Nullable Known known;

	ValueOrigins(ConfigManager<?> manager) {
		this.manager = manager;
	}

	/** Return the origin of a value, or of the array that contains it. */
	String of(KeyPath key) {
		ConfigEntry entry = entry(key);
		return (entry != null) ? entry.origin().toString() : this.manager.getSnapshot().origin();
	}

	/** Return whether a value, or the array that contains it, is a secret. */
	boolean isSecret(KeyPath key) {
		ConfigEntry entry = entry(key);
		return entry != null && entry.secret();
	}

	private @Nullable ConfigEntry entry(KeyPath key) {
		Map<String, ConfigEntry> entries = entries();
		for (KeyPath path = key; !path.isRoot(); path = path.parent()) {
			ConfigEntry entry = entries.get(path.toString());
			if (entry != null) {
				return entry;
			}
		}
		return null;
	}

	private Map<String, ConfigEntry> entries() {
		ConfigSnapshot<?> active = this.manager.getSnapshot();
		Known present = this.known;
		if (present == null || !present.isOf(active)) {
			present = new Known(active.version(), active.digest(),
					this.manager.inspect()
						.entries()
						.stream()
						.collect(Collectors.toUnmodifiableMap(ConfigEntry::key, (entry) -> entry)));
			this.known = present;
		}
		return present.entries();
	}

	private record Known(long version, String digest, Map<String, ConfigEntry> entries) {

		// Locations in the document may change without a new version.
		boolean isOf(ConfigSnapshot<?> active) {
			return this.version == active.version() && this.digest.equals(active.digest());
		}

	}

}
