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

package io.wolfprowler.config.spring.live;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVetoException;
import org.jspecify.annotations.Nullable;

/**
 * An interval that is a configuration key.
 *
 * @param key the dotted TOML key
 * @param value returns the interval of a version, {@code null} if it has none
 * @param <T> the type of the configuration
 */
record LiveInterval<T>(String key, Function<ConfigSnapshot<T>, @Nullable Duration> value) {

	/** Return the interval at a key of any configuration. */
	static <T> LiveInterval<T> at(String key, ChronoUnit unit) {
		return new LiveInterval<>(key, (snapshot) -> duration(snapshot.value(key), unit));
	}

	/**
	 * Return the interval of a version.
	 * @throws ConfigVetoException if there is none, or if it is zero, negative or too
	 * long
	 */
	Duration in(ConfigSnapshot<T> snapshot) {
		Duration interval = interval(snapshot);
		if (interval == null) {
			throw veto("must be a duration or an integer", snapshot);
		}
		if (interval.isZero() || interval.isNegative()) {
			throw veto("must be more than zero", snapshot);
		}
		return interval;
	}

	private @Nullable Duration interval(ConfigSnapshot<T> snapshot) {
		try {
			return this.value.apply(snapshot);
		}
		catch (ArithmeticException ex) {
			throw veto("must be less than 292 billion years", snapshot);
		}
	}

	private ConfigVetoException veto(String rule, ConfigSnapshot<T> snapshot) {
		Object found = snapshot.value(this.key);
		return new ConfigVetoException(this.key, rule + ", found " + ((found != null) ? found : "nothing"));
	}

	private static @Nullable Duration duration(@Nullable Object value, ChronoUnit unit) {
		if (value instanceof Duration duration) {
			return duration;
		}
		return (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte)
				? Duration.of(((Number) value).longValue(), unit) : null;
	}

}
