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

package io.wolfprowler.config.internal.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * When a change of a watched file is signalled.
 *
 * @param debounce the quiet period before a change is signalled; zero for none
 * @param maxWait the maximum time until a change is signalled when the file is never
 * quiet; at least {@code debounce}
 * @param pollInterval how often the file is polled in case an event was lost; more than
 * zero
 * @param eager whether a file renamed over the watched one is signalled without a quiet
 * period. A file that was just created looks the same and may still be empty.
 */
public record WatchSettings(Duration debounce, Duration maxWait, Duration pollInterval, boolean eager) {

	/**
	 * Check the settings.
	 * @param debounce not negative
	 * @param maxWait at least {@code debounce}
	 * @param pollInterval more than zero
	 * @param eager {@code true} or {@code false}
	 */
	public WatchSettings {
		Objects.requireNonNull(debounce, "debounce");
		Objects.requireNonNull(maxWait, "maxWait");
		Objects.requireNonNull(pollInterval, "pollInterval");
		require(!debounce.isNegative(), "'debounce' must not be negative, found " + debounce);
		require(maxWait.compareTo(debounce) >= 0,
				"'maxWait' must be at least 'debounce' (" + debounce + "), found " + maxWait);
		require(!pollInterval.isNegative() && !pollInterval.isZero(),
				"'pollInterval' must be more than zero, found " + pollInterval);
	}

	/**
	 * Return the default settings: a debounce of 500 ms, a maximum wait of 5 s, a poll
	 * every 5 s, not eager.
	 * @return the default settings
	 */
	public static WatchSettings defaults() {
		return new WatchSettings(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(5), false);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
