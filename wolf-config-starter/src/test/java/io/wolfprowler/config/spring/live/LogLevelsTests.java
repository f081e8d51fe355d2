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
import java.util.Map;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigVetoException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LogLevels}, with the loggers of Logback.
 */
class LogLevelsTests {

	private static final String ROOT = LoggingSystem.ROOT_LOGGER_NAME;

	private static final List<String> LOGGERS = List.of("test.one", "test.two", "test.three");

	private final FailingSystem system = new FailingSystem();

	private final LoggerGroups groups = new LoggerGroups(
			Map.of("pair", List.of("test.one", "test.two"), "nobody", List.of()));

	private final StubManager<Gateway> manager = new StubManager<>(new Gateway(null, Map.of()), (config) -> "");

	private LogLevel rootBefore;

	@BeforeEach
	void keepRoot() {
		this.rootBefore = level(ROOT);
	}

	@AfterEach
	void restore() {
		this.system.failing = "";
		this.system.setLogLevel(ROOT, this.rootBefore);
		LOGGERS.forEach((logger) -> this.system.setLogLevel(logger, null));
	}

	@Test
	void setsTheLevelsInForceAndThenThoseThatChange() {
		this.manager.change(new Gateway("warn", Map.of("test.two", "trace")));
		follow("test.one");
		assertThat(levels()).isEqualTo("WARN TRACE null");

		this.manager.change(new Gateway("Debug", Map.of("test.two", "TRACE", "test.three", "off")));

		assertThat(levels()).isEqualTo("DEBUG TRACE OFF");
	}

	@ParameterizedTest
	@CsvSource({ "root", "ROOT", "Root" })
	void rulesTheRootLogger(String name) {
		follow(name);

		this.manager.change(new Gateway("error", Map.of()));
		assertThat(level(ROOT)).isEqualTo(LogLevel.ERROR);

		this.manager.change(new Gateway(null, Map.of()));
		assertThat(level(ROOT)).isEqualTo(this.rootBefore);
	}

	@Test
	void restoresTheLevelOfTheStart() {
		this.system.setLogLevel("test.one", LogLevel.ERROR);
		this.system.setLogLevel("test.three", LogLevel.TRACE);
		follow("test.one");
		this.manager.change(new Gateway("debug", Map.of("test.two", "debug", "test.three", "debug")));
		assertThat(levels()).isEqualTo("DEBUG DEBUG DEBUG");

		this.manager.change(new Gateway(null, Map.of()));

		assertThat(levels()).isEqualTo("ERROR null TRACE");
	}

	@Test
	void leavesLevelsSetByOtherMeansUntilTheKeyChanges() {
		this.manager.change(new Gateway("info", Map.of("test.two", "info")));
		follow("test.one");
		this.system.setLogLevel("test.one", LogLevel.TRACE);
		this.system.setLogLevel("test.two", LogLevel.TRACE);

		this.manager.change(new Gateway("info", Map.of("test.two", "info", "test.three", "warn")));
		assertThat(levels()).isEqualTo("TRACE TRACE WARN");

		this.manager.change(new Gateway("debug", Map.of("test.two", "info", "test.three", "warn")));
		assertThat(levels()).isEqualTo("DEBUG TRACE WARN");
	}

	@Test
	void setsTheLoggersOfAGroup() {
		follow("pair");

		this.manager.change(new Gateway("debug", Map.of()));
		assertThat(levels()).isEqualTo("DEBUG DEBUG null");
		assertThat(this.groups.get("pair").getConfiguredLevel()).isEqualTo(LogLevel.DEBUG);

		this.manager.change(new Gateway(null, Map.of()));
		assertThat(levels()).isEqualTo("null null null");
		assertThat(this.groups.get("pair").getConfiguredLevel()).isNull();
	}

	@Test
	void aLoggerCountsMoreThanItsGroup() {
		follow("test.three");
		Map<String, String> levels = new LinkedHashMap<>();
		levels.put("test.two", "error");
		levels.put("pair", "debug");
		this.manager.change(new Gateway(null, levels));
		assertThat(levels()).isEqualTo("DEBUG ERROR null");

		this.manager.change(new Gateway(null, Map.of("pair", "info", "test.two", "error")));
		assertThat(levels()).isEqualTo("INFO ERROR null");

		this.manager.change(new Gateway(null, Map.of("pair", "info")));
		assertThat(levels()).isEqualTo("INFO INFO null");
	}

	@Test
	void aGroupWithoutMembersIsALogger() {
		follow("nobody");

		this.manager.change(new Gateway("debug", Map.of()));

		assertThat(level("nobody")).isEqualTo(LogLevel.DEBUG);
		this.manager.change(new Gateway(null, Map.of()));
	}

	@Test
	void needsNoGroups() {
		new Loggers(this.system, null).follow(this.manager.manager())
			.level("level", "pair", (config) -> "debug")
			.afterPropertiesSet();

		assertThat(levels()).isEqualTo("null null null");
		assertThat(level("pair")).isEqualTo(LogLevel.DEBUG);
		this.system.setLogLevel("pair", null);
	}

	@ParameterizedTest(name = "{0} = {1}")
	@CsvSource(delimiter = '|', textBlock = """
			test.three | loud  | levels."test.three" must be one of trace, debug, info, warn, error, off, found "loud"
			pair       | fatal | levels.pair must be one of trace, debug, info, warn, error, off, found "fatal"
			a"b\\      | ' '   | levels."a\\"b\\\\" must be one of trace, debug, info, warn, error, off, found " "
			""")
	void refusesAnUnknownLevel(String name, String level, String message) {
		follow("test.one");
		Gateway candidate = new Gateway("debug", Map.of(name, level));

		assertThatExceptionOfType(ConfigVetoException.class).isThrownBy(() -> this.manager.change(candidate))
			.withMessage(message);

		assertThat(levels()).isEqualTo("null null null");
	}

	@Test
	void namesTheKeyOfAnUnknownLevel() {
		follow("test.one");

		assertThatExceptionOfType(ConfigVetoException.class)
			.isThrownBy(() -> this.manager.change(new Gateway("verbose", Map.of())))
			.returns("gateway.level", ConfigVetoException::getKey)
			.withMessage("gateway.level must be one of trace, debug, info, warn, error, off, found \"verbose\"");
	}

	@Test
	void refusesToStartOnAnUnknownLevel() {
		this.manager.change(new Gateway("verbose", Map.of()));

		assertThatExceptionOfType(ConfigVetoException.class).isThrownBy(() -> follow("test.one"))
			.withMessageStartingWith("gateway.level must be one of");
	}

	@Test
	void setsNothingBeforeTheCommit() {
		follow("test.one");

		List<Prepared> prepared = this.manager.prepare("stub", new Gateway("debug", Map.of()));
		assertThat(levels()).isEqualTo("null null null");

		prepared.forEach(Prepared::rollback);
		assertThat(levels()).isEqualTo("null null null");
	}

	@Test
	void leavesOtherManagersAlone() {
		follow("test.one");

		this.manager.change("other", new Gateway("debug", Map.of()));

		assertThat(levels()).isEqualTo("null null null");
	}

	@Test
	void setsTheOthersWhenOneFailsAndThatOneWithTheNextVersion() {
		follow("test.one");
		this.system.failing = "test.one";
		Gateway config = new Gateway("debug", Map.of("test.two", "debug"));

		assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> this.manager.change(config))
			.withMessage("The level of test.one can't be set: broken");
		assertThat(levels()).isEqualTo("null DEBUG null");

		this.system.failing = "";
		this.manager.change(config);
		assertThat(levels()).isEqualTo("DEBUG DEBUG null");
	}

	@Test
	void namesAllLevelsThatFail() {
		follow("pair");
		this.system.failing = "test";

		assertThatExceptionOfType(ConfigException.class)
			.isThrownBy(() -> this.manager.change(new Gateway("debug", Map.of())))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).extracting(Throwable::getMessage)
				.containsExactly("The level of test.two can't be set: broken"));
	}

	private void follow(String logger) {
		UnaryOperator<LogLevels<Gateway>> keys = (levels) -> levels.level("gateway.level", logger, Gateway::level)
			.levels("levels", Gateway::levels);
		LogLevels<Gateway> levels = keys.apply(new Loggers(this.system, this.groups).follow(this.manager.manager()));
		levels.afterPropertiesSet();
		this.manager.add(levels);
	}

	private String levels() {
		return LOGGERS.stream().map(this::level).toList().toString().replaceAll("[\\[\\],]", "");
	}

	private LogLevel level(String logger) {
		LoggerConfiguration configuration = this.system.getLoggerConfiguration(logger);
		return (configuration != null) ? configuration.getConfiguredLevel() : null;
	}

	record Gateway(String level, Map<String, String> levels) {

	}

	private static final class FailingSystem extends LogbackLoggingSystem {

		private String failing = "";

		private FailingSystem() {
			super(LogLevelsTests.class.getClassLoader());
		}

		@Override
		public void setLogLevel(String loggerName, LogLevel level) {
			if (!this.failing.isEmpty() && loggerName.startsWith(this.failing)) {
				throw new IllegalStateException("broken");
			}
			super.setLogLevel(loggerName, level);
		}

	}

}
