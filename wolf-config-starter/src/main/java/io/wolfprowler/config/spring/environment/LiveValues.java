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

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.OriginTrackedValue;

/**
 * The values of one version by property name, with their origins. Immutable; computed on
 * first use.
 */
final class LiveValues extends AbstractMap<String, Object> {

	private final ConfigSnapshot<?> version;

	private final String prefix;

	private final ValueOrigins origins;

	// May be computed twice by concurrent threads, which does no harm.
	private volatile @Nullable Map<String, Object> known;

	LiveValues(ConfigSnapshot<?> version, String prefix, ValueOrigins origins) {
		this.version = version;
		this.prefix = prefix;
		this.origins = origins;
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		return properties().get(key);
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return properties().containsKey(key);
	}

	@Override
	public Set<String> keySet() {
		return properties().keySet();
	}

	@Override
	public Set<Map.Entry<String, Object>> entrySet() {
		return properties().entrySet();
	}

	private Map<String, Object> properties() {
		Map<String, Object> present = this.known;
		if (present == null) {
			present = laidOut();
			this.known = present;
		}
		return present;
	}

	private Map<String, Object> laidOut() {
		Map<String, Object> tracked = new LinkedHashMap<>();
		FlatValues.of(this.version.values().toml(), this.prefix)
			.forEach((name, flat) -> tracked.put(name, Objects
				.requireNonNull(OriginTrackedValue.of(flat.value(), new LiveOrigin(flat.key(), this.origins)))));
		return Collections.unmodifiableMap(tracked);
	}

}
