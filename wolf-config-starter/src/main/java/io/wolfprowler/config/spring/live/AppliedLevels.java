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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import io.wolfprowler.config.ConfigException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * The levels that a configuration has set. Only differences to them are set, so that
 * levels set by other means stay.
 */
final class AppliedLevels {

	private final Loggers loggers;

	private final Levels start;

	private volatile Levels levels = Levels.NONE;

	AppliedLevels(Loggers loggers, Levels start) {
		this.loggers = loggers;
		this.start = start;
	}

	boolean isEqualTo(Levels wanted) {
		return this.levels.equals(wanted);
	}

	/**
	 * Set the levels that differ. If one fails, the others are still set, and it is
	 * retried with the next version.
	 * @throws ConfigException naming the levels that failed
	 */
	void apply(Levels wanted) {
		Levels before = this.levels;
		List<ConfigException> failures = new ArrayList<>();
		this.levels = new Levels(
				changed(before.groups(), wanted.groups(),
						setter(this.loggers::markGroup, this.start.groups(), failures)),
				changed(before.loggers(), wanted.loggers(), setter(this.loggers::set, this.start.loggers(), failures)));
		failures.stream().reduce(AppliedLevels::joined).ifPresent((failure) -> {
			throw failure;
		});
	}

	private static Map<String, LogLevel> changed(Map<String, LogLevel> before, Map<String, LogLevel> wanted,
			Setter setter) {
		Map<String, LogLevel> now = new LinkedHashMap<>(before);
		Set<String> names = new LinkedHashSet<>(before.keySet());
		names.addAll(wanted.keySet());
		names.removeIf((name) -> before.get(name) == wanted.get(name));
		names.removeIf((name) -> !setter.set(name, wanted.get(name)));
		names.forEach((name) -> now.compute(name, (same, old) -> wanted.get(name)));
		return now;
	}

	private static Setter setter(BiConsumer<String, @Nullable LogLevel> action, Map<String, LogLevel> start,
			List<ConfigException> failures) {
		return (name, level) -> {
			try {
				action.accept(name, (level != null) ? level : start.get(name));
				return true;
			}
			catch (RuntimeException ex) {
				failures.add(new ConfigException("The level of " + name + " can't be set: " + ex.getMessage(), ex));
				return false;
			}
		};
	}

	private static ConfigException joined(ConfigException first, ConfigException next) {
		first.addSuppressed(next);
		return first;
	}

	/**
	 * Sets one level, or restores it if there is none, and returns whether that
	 * succeeded.
	 */
	private interface Setter {

		boolean set(String name, @Nullable LogLevel level);

	}

}
