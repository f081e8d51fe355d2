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

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.logging.LogLevel;

/**
 * Lets levels of loggers follow configuration keys; created by
 * {@link Loggers#follow(ConfigManager)}. As a bean it sets the levels of the active
 * configuration when it is created, and afterwards the levels that change: a level that
 * an operator sets by other means stays until its key changes. If a key, or the entry of
 * a table, is removed, the level is restored to what it was on startup.
 * <p>
 * A version with an unknown level is vetoed. The level of a logger takes precedence over
 * that of its group. If several keys set the same logger, the one added last takes
 * precedence.
 *
 * @param <T> the type of the configuration
 */
public final class LogLevels<T> implements ConfigParticipant<T>, InitializingBean {

	private final Loggers loggers;

	private final ConfigManager<T> manager;

	private final AppliedLevels applied;

	private final List<Function<T, Stream<LevelSetting>>> keys;

	LogLevels(Loggers loggers, ConfigManager<T> manager, AppliedLevels applied,
			List<Function<T, Stream<LevelSetting>>> keys) {
		this.loggers = loggers;
		this.manager = Objects.requireNonNull(manager, "manager");
		this.applied = applied;
		this.keys = keys;
	}

	/**
	 * Let the level of a logger, or of the loggers of a group, follow a key.
	 * @param key the dotted TOML key, which problems name
	 * @param name the name of the logger or group, {@code root} for the root logger
	 * @param level returns the name of the level in a configuration, in upper or lower
	 * case; {@code null} for the level on startup
	 * @return a copy with this key in addition
	 */
	public LogLevels<T> level(String key, String name, Function<? super T, @Nullable String> level) {
		return with(LevelSetting.one(key, name, level));
	}

	/**
	 * Let the levels of loggers and groups follow a table whose keys are their names.
	 * @param key the dotted TOML key of the table
	 * @param levels returns the levels by name in a configuration; {@code null} for none
	 * @return a copy with this table in addition
	 */
	public LogLevels<T> levels(String key, Function<? super T, @Nullable Map<String, String>> levels) {
		return with(LevelSetting.table(key, levels));
	}

	/**
	 * Set the levels of the active configuration.
	 * @throws ConfigVetoException if it names a level that does not exist
	 */
	@Override
	public void afterPropertiesSet() {
		this.applied.apply(wanted(this.manager.getConfig()));
	}

	@Override
	public Prepared prepare(ConfigTransition<T> transition) {
		if (!transition.manager().equals(this.manager.name())) {
			return Prepared.NOTHING;
		}
		Levels wanted = wanted(transition.current().config());
		return this.applied.isEqualTo(wanted) ? Prepared.NOTHING : new CommitOnly(() -> this.applied.apply(wanted));
	}

	private LogLevels<T> with(Function<T, Stream<LevelSetting>> key) {
		return new LogLevels<>(this.loggers, this.manager, this.applied,
				Stream.concat(this.keys.stream(), Stream.of(key)).toList());
	}

	// The groups first, so that the level of a logger overrides that of its group.
	private Levels wanted(T config) {
		Map<String, LogLevel> ofGroups = new LinkedHashMap<>();
		Map<String, LogLevel> ofLoggers = new LinkedHashMap<>();
		List<LevelSetting> settings = this.keys.stream()
			.flatMap((key) -> key.apply(config))
			.sorted(Comparator.comparing((setting) -> !this.loggers.isGroup(setting.name())))
			.toList();
		for (LevelSetting setting : settings) {
			LogLevel level = this.loggers.level(setting);
			if (this.loggers.isGroup(setting.name())) {
				ofGroups.put(setting.name(), level);
			}
			this.loggers.members(setting.name()).forEach((logger) -> ofLoggers.put(logger, level));
		}
		return new Levels(ofGroups, ofLoggers);
	}

}
