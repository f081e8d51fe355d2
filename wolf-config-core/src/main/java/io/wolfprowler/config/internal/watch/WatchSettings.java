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
 * How patiently a file is watched.
 *
 * @param debounce how long a file must be quiet before it is looked at; zero means at
 * once
 * @param maxWait how long a file that is never quiet may keep the look waiting; not less
 * than {@code debounce}
 * @param pollInterval how often the file's attributes are compared in case an event was
 * lost; more than zero
 * @param eager whether a file renamed over the watched one is looked at without waiting
 * for quiet. A file just created by an ordinary open() looks the same and may still be
 * empty then.
 */
public record WatchSettings(Duration debounce, Duration maxWait, Duration pollInterval, boolean eager) {

	/**
	 * Checks the settings against each other.
	 * @param debounce not negative
	 * @param maxWait at least {@code debounce}
	 * @param pollInterval more than zero
	 * @param eager either
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
	 * A quiet period of 500 ms, at most 5 s of waiting, a poll every 5 s, not eager.
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
