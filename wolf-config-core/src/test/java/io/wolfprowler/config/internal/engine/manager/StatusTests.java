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

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.PartialWriteStats;
import io.wolfprowler.config.Problem.Stage;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WatchStats;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link ConfigStatus} of a manager and its {@link AttemptHistory}.
 */
class StatusTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void saysWhatIsInForceAtFirst() {
		ConfigAttempt start = new ConfigAttempt(GatewayRig.NOW, Cause.START, null, digest(GatewayRig.TEXT),
				new ReloadResult(Outcome.APPLIED, 1, List.of(), List.of(), Set.of(), Duration.ZERO), Map.of());

		assertThat(this.rig.manager.status()).isEqualTo(new ConfigStatus(
				new ConfigVersion(1, GatewayRig.NOW, Cause.START, digest(GatewayRig.TEXT), "config.toml"), start, start,
				start, null, Set.of(), Set.of(), HotReloadMode.OFF, 0, new PartialWriteStats(0, 0, 0), WatchStats.NONE,
				GatewayRig.TEXT.length()));
	}

	@Test
	void remembersTheLastRejectionWhenAllIsFineAgain() {
		this.rig.source.put("port = 0");
		ReloadResult refused = this.rig.manager.reload();
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));

		ReloadResult applied = this.rig.manager.reload();

		ConfigStatus status = this.rig.manager.status();
		assertThat(status.lastRejection()).isEqualTo(new ConfigAttempt(GatewayRig.NOW, Cause.RELOAD, null,
				digest("port = 0"), refused, took(Stage.READ, Stage.PARSE, Stage.VALIDATE)));
		assertThat(status.lastAttempt()).isEqualTo(
				new ConfigAttempt(GatewayRig.NOW, Cause.RELOAD, null, digest(GatewayRig.TEXT.replace("8080", "9090")),
						applied, took(Stage.READ, Stage.PARSE, Stage.VALIDATE, Stage.PREPARE, Stage.COMMIT)));
		assertThat(status.lastReload()).isEqualTo(status.lastAttempt());
		assertThat(status.lastAccepted()).isEqualTo(status.lastAttempt());
		assertThat(status.active()).isEqualTo(this.rig.manager.inspect().history().get(0));
	}

	@Test
	void countsAnAbsentSourceAsAnAttemptAndNotAsARejection() {
		this.rig.source.remove();

		ReloadResult absent = this.rig.manager.reload();

		assertThat(this.rig.manager.status().lastAttempt().result()).isEqualTo(absent);
		assertThat(this.rig.manager.status().lastRejection()).isNull();
	}

	@Test
	void saysWhatTheSourceWasLikeAtTheLastLookWhateverElseWasTried() {
		this.rig.source.put("port = 0");
		ReloadResult refused = this.rig.manager.reload();

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		ConfigStatus status = this.rig.manager.status();
		assertThat(status.lastReload().result()).isEqualTo(refused);
		assertThat(status.lastAccepted().cause()).isEqualTo(Cause.UPDATE);
		assertThat(status.lastAccepted().result().version()).isEqualTo(2);
	}

	@Test
	void rememberThatAParticipantHasFailedUntilAnotherVersionIsInForceEverywhere() {
		Subscription failing = this.rig.manager.addParticipant((transition) -> new ConfigParticipant.Prepared() {

			@Override
			public void commit() {
				throw new IllegalStateException("no");
			}

			@Override
			public void rollback() {
			}

		});
		this.rig.manager.updateConfig((config) -> config.withPort(1));
		failing.close();
		this.rig.manager.reload();
		assertThat(this.rig.manager.status().lastAccepted().result().outcome()).isEqualTo(Outcome.DEGRADED);

		this.rig.manager.updateConfig((config) -> config.withPort(2));

		assertThat(this.rig.manager.status().lastAccepted().result().outcome()).isEqualTo(Outcome.APPLIED);
	}

	@Test
	void listsWhatTakesEffectAfterARestartUntilItIsTakenBack() {
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 20\nworkers = 8"));
		ReloadResult changed = this.rig.manager.reload();
		assertThat(changed.restartRequired()).containsExactly("workers");
		assertThat(this.rig.manager.getConfig().workers()).isEqualTo(8);
		assertThat(this.rig.manager.status().pendingRestart()).containsExactly("workers");

		this.rig.manager.updateConfig((config) -> config.withPort(1));
		assertThat(this.rig.manager.status().pendingRestart()).containsExactly("workers");
		this.rig.manager.updateConfig((config) -> config.withWorkers(4));

		assertThat(this.rig.manager.status().pendingRestart()).isEmpty();
	}

	@Test
	void givesTheDigestOfTheFileAfterASaveAndARollback() {
		this.rig.manager.updateConfig((config) -> config.withPort(9090));
		this.rig.manager.saveConfig();
		assertThat(this.rig.manager.status().active().digest()).isEqualTo(digest(this.rig.source.text()));

		this.rig.manager.rollback(1);

		assertThat(this.rig.manager.status().active().digest()).isEqualTo(digest(GatewayRig.TEXT));
	}

	@Test
	void namesItselfAndItsFile() {
		assertThat(this.rig.manager.name()).isEqualTo("wolf");
		assertThat(this.rig.manager.configPath()).hasToString("config.toml");
		assertThat(this.rig.manager).hasToString("ConfigManager[wolf, config.toml, version 1]");
	}

	private static Map<Stage, Duration> took(Stage... stages) {
		Map<Stage, Duration> took = new LinkedHashMap<>();
		Stream.of(stages).forEach((stage) -> took.put(stage, Duration.ZERO));
		return took;
	}

	private static String digest(String text) {
		return SourceContent.of(text.getBytes(UTF_8)).digest();
	}

}
