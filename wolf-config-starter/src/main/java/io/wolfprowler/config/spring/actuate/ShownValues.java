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
package io.wolfprowler.config.spring.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;

/**
 * Masks values: secrets always, others as the application decides.
 */
public final class ShownValues {

	private final Sanitizer sanitizer;

	/**
	 * Create an instance.
	 * @param sanitizer masks further values for the application
	 */
	public ShownValues(Sanitizer sanitizer) {
		this.sanitizer = Objects.requireNonNull(sanitizer, "sanitizer");
	}

	/** Return the active values by key, each with its origin. */
	Map<String, Value> entries(List<ConfigEntry> entries, boolean shown) {
		Map<String, Value> values = new LinkedHashMap<>();
		entries.forEach((entry) -> values.put(entry.key(),
				new Value(masked(entry.key(), entry.value(), entry.secret(), shown), entry.origin().toString())));
		return values;
	}

	/** Return the differences. */
	List<Change> changes(List<? extends ConfigChange> changes, boolean shown) {
		return changes.stream()
			.map((change) -> new Change(change.key(), masked(change.key(), change.oldValue(), change.secret(), shown),
					masked(change.key(), change.newValue(), change.secret(), shown)))
			.toList();
	}

	// As text, because a value of a type of the application may contain anything.
	private @Nullable Object masked(String key, @Nullable Object value, boolean secret, boolean shown) {
		if (value == null) {
			return null;
		}
		if (secret) {
			return SanitizableData.SANITIZED_VALUE;
		}
		Object masked = this.sanitizer.sanitize(new SanitizableData(null, key, value), shown);
		return (masked instanceof Number || masked instanceof Boolean) ? masked : String.valueOf(masked);
	}

	/**
	 * An active value.
	 *
	 * @param value the value, masked if it must not be shown
	 * @param origin its origin: {@code config.toml:3:12}, {@code default}, {@code update}
	 */
	public record Value(@Nullable Object value, String origin) {

	}

	/**
	 * A difference between two versions.
	 *
	 * @param key the key
	 * @param from the old value, masked if it must not be shown
	 * @param to the new value, masked if it must not be shown
	 */
	public record Change(String key, @Nullable Object from, @Nullable Object to) {

	}

}
