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

package io.wolfprowler.config.spring.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.spring.live.LogLevels;
import io.wolfprowler.config.spring.live.Loggers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogLevelsAutoConfiguration}.
 */
class LogLevelsAutoConfigurationTests {

	private static final String ROOT = LoggingSystem.ROOT_LOGGER_NAME;

	private final LoggingSystem system = LoggingSystem.get(getClass().getClassLoader());

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class, LogLevelsAutoConfiguration.class))
		.withPropertyValues("wolf.config.hot-reload.enabled=false");

	@TempDir
	Path directory;

	private ConfigFiles files;

	private LogLevel rootBefore;

	@BeforeEach
	void writeFiles() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("config.toml", "log_level = \"error\"\n");
		this.files.write("gateway.toml", "access_log = \"warn\"\n[levels]\n\"test.four\" = \"debug\"\n");
		this.rootBefore = level(ROOT);
	}

	@AfterEach
	void restore() {
		this.system.setLogLevel(ROOT, this.rootBefore);
		List.of("test.four", "test.access").forEach((logger) -> this.system.setLogLevel(logger, null));
	}

	@Test
	void theRootLoggerFollowsTheDefaultConfiguration() {
		withLogging().run((context) -> {
			assertThat(level(ROOT)).isEqualTo(LogLevel.ERROR);
			ConfigManager<?> manager = context.getBean(ConfigManager.class);

			manager.updateValues(Map.of("log_level", "WARN"));
			assertThat(level(ROOT)).isEqualTo(LogLevel.WARN);

			manager.updateValues(Map.of("enable_logging", false));
			assertThat(level(ROOT)).isEqualTo(LogLevel.OFF);

			manager.updateValues(Map.of("log_level", "debug"));
			assertThat(level(ROOT)).isEqualTo(LogLevel.OFF);

			manager.updateValues(Map.of("enable_logging", true, "log_level", "info"));
			assertThat(level(ROOT)).isEqualTo(LogLevel.INFO);
		});
	}

	@Test
	void leavesWhatAnOperatorHasSetUntilTheKeyChanges() {
		withLogging().run((context) -> {
			ConfigManager<?> manager = context.getBean(ConfigManager.class);
			this.system.setLogLevel(ROOT, LogLevel.WARN);

			manager.updateValues(Map.of("max_peers", 60));
			assertThat(level(ROOT)).isEqualTo(LogLevel.WARN);

			manager.updateValues(Map.of("log_level", "info"));
			assertThat(level(ROOT)).isEqualTo(LogLevel.INFO);
		});
	}

	@ParameterizedTest
	@CsvSource({ "wolf.config.logging.follow-level=false", "wolf.config.enabled=false", "wolf.config.type=none",
			"wolf.config.type=io.wolfprowler.config.spring.autoconfigure.LogLevelsAutoConfigurationTests$Free" })
	void leavesTheRootLoggerAlone(String property) {
		this.files.write("config.toml", "# nothing\n");

		withLogging().withPropertyValues("wolf.config.allow-empty=true", property).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(LogLevels.class);
			assertThat(context.getBeansOfType(LoggingProperties.class)).isEmpty();
			assertThat(level(ROOT)).isEqualTo(this.rootBefore);
		});
	}

	@Test
	void needsALoggingSystem() {
		on("config.toml").run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Loggers.class));
	}

	@Test
	void followsWhenAllBeansAreLazy() {
		withLogging()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(level(ROOT)).isEqualTo(LogLevel.ERROR);

				context.getBean(ConfigManager.class).updateValues(Map.of("log_level", "warn"));
				assertThat(level(ROOT)).isEqualTo(LogLevel.WARN);
			});
	}

	@Test
	void loggersAndGroupsFollowAnApplicationsOwnConfiguration() {
		withLogging().withUserConfiguration(Gateways.class)
			.withBean("springBootLoggerGroups", LoggerGroups.class,
					() -> new LoggerGroups(Map.of("access", List.of("test.access"))))
			.withPropertyValues("gateway=" + this.files.path("gateway.toml"))
			.run((context) -> {
				ConfigManager<?> manager = context.getBean("gateway", ConfigManager.class);
				assertThat(level("test.access")).isEqualTo(LogLevel.WARN);
				assertThat(level("test.four")).isEqualTo(LogLevel.DEBUG);

				this.files.write("gateway.toml", "access_log = \"error\"\n");
				assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
				assertThat(level("test.access")).isEqualTo(LogLevel.ERROR);
				assertThat(level("test.four")).isNull();
				assertThat(level(ROOT)).isEqualTo(LogLevel.ERROR);
			});
	}

	@Test
	void pointsAtTheLevelThatDoesNotExist() {
		withLogging().withUserConfiguration(Gateways.class)
			.withPropertyValues("gateway=" + this.files.path("gateway.toml"))
			.run((context) -> {
				ConfigManager<?> manager = context.getBean("gateway", ConfigManager.class);
				this.files.write("gateway.toml", "access_log = \"warn\"\n[levels]\n\"test.four\" = \"loud\"\n");

				assertThat(manager.reload().problems()).containsExactly(new Problem(Problem.Stage.PREPARE,
						"levels.\"test.four\"", 3, 15, "levels.\"test.four\" must be "
								+ "one of trace, debug, info, warn, error, off, found \"loud\""));
				assertThat(level("test.four")).isEqualTo(LogLevel.DEBUG);
			});
	}

	private ApplicationContextRunner withLogging() {
		return on("config.toml").withBean("springBootLoggingSystem", LoggingSystem.class, () -> this.system);
	}

	private ApplicationContextRunner on(String file) {
		return this.context.withPropertyValues("wolf.config.path=" + this.files.path(file));
	}

	private LogLevel level(String logger) {
		LoggerConfiguration configuration = this.system.getLoggerConfiguration(logger);
		return (configuration != null) ? configuration.getConfiguredLevel() : null;
	}

	record Free(@Default("info") String logLevel) {

	}

	record Gateway(@Default("info") String accessLog, Map<String, String> levels) {

	}

	static class Gateways {

		@Bean
		ConfigManager<Gateway> gateway(ConfigManagerFactory managers, Environment environment) {
			return managers.create("gateway", Gateway.class, Path.of(environment.getRequiredProperty("gateway")));
		}

		@Bean
		ConfigParticipant<Gateway> gatewayLevels(Loggers loggers, ConfigManager<Gateway> gateway) {
			return loggers.follow(gateway)
				.level("access_log", "access", Gateway::accessLog)
				.levels("levels", Gateway::levels);
		}

	}

}
