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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigVetoException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggerConfiguration.ConfigurationScope;
import org.springframework.boot.logging.LoggerConfiguration.LevelConfiguration;
import org.springframework.boot.logging.LoggerGroup;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The loggers of the application, by name or by group, whatever the logging library. Lets
 * their levels follow a configuration:
 *
 * <pre class="code">
 * &#064;Bean
 * ConfigParticipant&lt;GatewayConfig&gt; logLevels(Loggers loggers, ConfigManager&lt;GatewayConfig&gt; manager) {
 *     return loggers.follow(manager)
 *         .level("access_log", "web", GatewayConfig::accessLog)
 *         .levels("levels", GatewayConfig::levels);
 * }
 * </pre>
 */
public final class Loggers {

	private final LoggingSystem system;

	private final LoggerGroups groups;

	/**
	 * Create an instance.
	 * @param system the logging system
	 * @param groups the logger groups, {@code null} if there are none
	 */
	public Loggers(LoggingSystem system, @Nullable LoggerGroups groups) {
		this.system = Objects.requireNonNull(system, "system");
		this.groups = (groups != null) ? groups : new LoggerGroups();
	}

	/**
	 * Let levels follow a configuration.
	 * @param manager the manager of the configuration
	 * @param <T> the type of the configuration
	 * @return a participant without keys; it restores the present levels
	 */
	public <T> LogLevels<T> follow(ConfigManager<T> manager) {
		return new LogLevels<>(this, manager, new AppliedLevels(this, present()), List.of());
	}

	/** Return the level of a setting. */
	LogLevel level(LevelSetting setting) {
		TreeSet<LogLevel> supported = new TreeSet<>(this.system.getSupportedLogLevels());
		return supported.stream()
			.filter((level) -> level.name().equalsIgnoreCase(setting.level()))
			.findFirst()
			.orElseThrow(() -> new ConfigVetoException(setting.key(),
					"must be one of " + supported.stream()
						.map((level) -> level.name().toLowerCase(Locale.ROOT))
						.collect(Collectors.joining(", ")) + ", found \"" + setting.level() + "\""));
	}

	boolean isGroup(String name) {
		LoggerGroup group = this.groups.get(name);
		return group != null && group.hasMembers();
	}

	/** Return the loggers that a name denotes. */
	List<String> members(String name) {
		LoggerGroup group = this.groups.get(name);
		if (group != null && group.hasMembers()) {
			return group.getMembers();
		}
		return List.of(name.equalsIgnoreCase(LoggingSystem.ROOT_LOGGER_NAME) ? LoggingSystem.ROOT_LOGGER_NAME : name);
	}

	void set(String logger, @Nullable LogLevel level) {
		this.system.setLogLevel(logger, level);
	}

	/** Record the level of a group without changing its members. */
	void markGroup(String name, @Nullable LogLevel level) {
		LoggerGroup group = this.groups.get(name);
		if (group != null) {
			group.configureLogLevel(level, (member, same) -> {
			});
		}
	}

	private Levels present() {
		Map<String, LogLevel> ofGroups = new LinkedHashMap<>();
		for (LoggerGroup group : this.groups) {
			put(ofGroups, group.getName(), group.getConfiguredLevel());
		}
		Map<String, LogLevel> ofLoggers = new LinkedHashMap<>();
		for (LoggerConfiguration logger : this.system.getLoggerConfigurations()) {
			put(ofLoggers, logger.getName(), own(logger));
		}
		return new Levels(ofGroups, ofLoggers);
	}

	private static void put(Map<String, LogLevel> levels, String name, @Nullable LogLevel level) {
		if (level != null) {
			levels.put(name, level);
		}
	}

	// A custom level of the logging library can't be set.
	private static @Nullable LogLevel own(LoggerConfiguration logger) {
		LevelConfiguration level = logger.getLevelConfiguration(ConfigurationScope.DIRECT);
		return (level != null && !level.isCustom()) ? level.getLevel() : null;
	}

}
