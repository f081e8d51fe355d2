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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigType;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.ExampleChanges;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import io.wolfprowler.config.internal.history.AuditLine;
import io.wolfprowler.config.spi.ChangeMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the log, the audit log and {@link ConfigManager#diff} show every variant of
 * {@link ConfigChange}, and secret values of none.
 */
@ExtendWith(OutputCapture.class)
class ShownChangesTests {

	private static final ConfigChange WHOLE = new ConfigChange.FullReload("tweet-before-7", "tweet-after-7");

	private final ReloadLog log = new ReloadLog("config.toml", Schema.of(Gateway.class));

	@ParameterizedTest
	@MethodSource("io.wolfprowler.config.fixtures.ExampleChanges#ofOneKey")
	void logShowsEveryVariant(ConfigChange change, CapturedOutput output) {
		this.log.accepted(Cause.RELOAD, 2, List.of(change), List.of());

		ExampleChanges.assertShown(change, output.toString());
	}

	@ParameterizedTest
	@MethodSource("io.wolfprowler.config.fixtures.ExampleChanges#ofOneKey")
	void auditLogShowsEveryVariant(ConfigChange change) {
		ExampleChanges.assertShown(change, audited(List.of(change)));
	}

	@ParameterizedTest
	@MethodSource("io.wolfprowler.config.fixtures.ExampleChanges#ofOneKey")
	void diffShowsEveryVariant(ConfigChange change) {
		ConfigChange.Property shown = VersionDiff.masked(change);

		ExampleChanges.assertShown(change, shown.toString());
		ExampleChanges.assertShown(change, shown.key() + shown.oldValue() + shown.newValue());
	}

	@Test
	void logAndAuditLogLeaveTheWholeToItsValues(CapturedOutput output) {
		List<ConfigChange> changes = List.of(WHOLE, new ConfigChange.Application("log_level", "info", "debug"));

		this.log.accepted(Cause.RELOAD, 2, changes, List.of());

		assertThat(output)
			.contains("Applied config.toml as version 2: log_level info -> debug" + System.lineSeparator());
		assertThat(audited(changes))
			.contains("\"changes\":[{\"key\":\"log_level\",\"old\":\"info\",\"new\":\"debug\"}]");
	}

	@Test
	void diffHoldsValuesOnly() {
		try (GatewayRig rig = new GatewayRig()) {
			rig.manager.updateValues(Map.of("labels.rack", "7"));

			assertThat(rig.callback.changes()).hasAtLeastOneElementOfType(ConfigChange.FullReload.class);
			assertThat(rig.manager.inspect().diff(1, 2))
				.containsExactly(new ConfigChange.Property("labels.rack", null, "7", false));
		}
	}

	@Test
	void whatItsMapperCallsSecretIsShownNowhere(CapturedOutput output) {
		StubSource source = new StubSource("text = \"tweet-before-7\"");
		try (ConfigManager<Discreet> manager = new ManagerBuilder<>(Discreet.class)
			.source(source, Path.of("config.toml"))
			.build()) {
			source.put("text = \"tweet-after-7\"");

			ReloadResult result = manager.reload();

			assertThat(List.of(result, audited(result.changes()), manager.inspect().diff(1, 2), output))
				.allSatisfy((shown) -> assertThat(shown.toString()).contains("text", "***").doesNotContain("tweet"));
		}
	}

	private static String audited(List<ConfigChange> changes) {
		return AuditLine
			.of("wolf", new ConfigAttempt(GatewayRig.NOW, Cause.RELOAD, null, "0",
					new ReloadResult(Outcome.APPLIED, 2, changes, List.of(), Set.of(), Duration.ZERO), Map.of()))
			.toString();
	}

	@ConfigType(changes = Secretive.class)
	record Discreet(String text) {

	}

	static final class Secretive implements ChangeMapper {

		@Override
		public ConfigChange map(ConfigChange.Property change) {
			return new ConfigChange.Property(change.key(), change.oldValue(), change.newValue(), true);
		}

	}

}
