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

package io.wolfprowler.config.internal.engine.edit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.spi.SourceContent;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Rollback} and the history it returns to.
 */
@ExtendWith(OutputCapture.class)
class RollbackTests {

	private static final String SECOND = "# Second.\n" + GatewayRig.TEXT.replace("8080", "2222");

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void restoresTheTextOfAReloadAsANewVersion() {
		this.rig.source.put(SECOND);
		this.rig.manager.reload();

		ReloadResult result = this.rig.manager.rollback(1);

		assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(result.version()).isEqualTo(3);
		assertThat(result.changes()).containsExactly(GatewayRig.changed("port", 2222, 8080));
		assertThat(this.rig.manager.getSnapshot().cause()).isEqualTo(Cause.ROLLBACK);
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
		assertThat(this.rig.manager.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
	}

	@Test
	void isNotUndoneByAReloadThatHasReadTheSourceBefore() {
		this.rig.source.put(SECOND);
		this.rig.source.duringRead(() -> {
			this.rig.manager.reload();
			this.rig.manager.rollback(1);
		});

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(result.version()).isEqualTo(3);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT);
	}

	@Test
	void restoresAnUpdateWithTheTextItWasMadeOn() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put(SECOND);
		this.rig.manager.reload();
		this.rig.manager.updateConfig((config) -> config.withLimit(30));

		this.rig.manager.rollback(2);

		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 20"));
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void returnsToARollback() {
		this.rig.source.put(SECOND);
		this.rig.manager.reload();
		this.rig.manager.rollback(1);
		this.rig.manager.rollback(2);

		this.rig.manager.rollback(3);

		assertThat(this.rig.manager.inspect().history()).extracting(ConfigVersion::version, ConfigVersion::cause)
			.containsExactly(version(5, Cause.ROLLBACK), version(4, Cause.ROLLBACK), version(3, Cause.ROLLBACK),
					version(2, Cause.RELOAD), version(1, Cause.START));
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT);
	}

	@Test
	void changesNothingWhereTheVersionSaysWhatIsInForce() {
		this.rig.source.put(SECOND);
		this.rig.manager.reload();
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10\n", ""));
		this.rig.manager.reload();
		String text = this.rig.source.text();

		ReloadResult result = this.rig.manager.rollback(1);

		assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.rig.source.text()).isEqualTo(text);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void rejectsAVersionThatIsNotKept() {
		try (GatewayRig shortMemory = new GatewayRig(GatewayRig.TEXT,
				(builder) -> builder.history((history) -> history.size(2)))) {
			shortMemory.manager.updateConfig((config) -> config.withLimit(20));
			shortMemory.manager.updateConfig((config) -> config.withLimit(30));

			ReloadResult result = shortMemory.manager.rollback(1);

			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems()).extracting(Problem::message)
				.containsExactly("version 1 is not kept; kept are 3, 2");
			assertThat(shortMemory.manager.getConfig().limit()).isEqualTo(30);
		}
	}

	@Test
	void rejectsAVersionThatBreaksTodaysRules() {
		AtomicInteger most = new AtomicInteger(100);
		try (GatewayRig rig = new GatewayRig(GatewayRig.TEXT, (builder) -> builder
			.validator((config) -> (config.limit() <= most.get()) ? List.of()
					: List.of(Problem.invalid("limit", "must be at most " + most + ", found " + config.limit()))))) {
			rig.source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 5"));
			rig.manager.reload();
			most.set(5);

			ReloadResult result = rig.manager.rollback(1);

			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems()).extracting(Problem::message)
				.containsExactly("limit must be at most 5, found 10");
			assertThat(rig.manager.getConfig().limit()).isEqualTo(5);
			assertThat(rig.source.text()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 5"));
		}
	}

	@Test
	void returnsToAVersionWithKeysThatAreIgnored() {
		String text = "legacy = 1\n" + GatewayRig.TEXT;
		try (GatewayRig lenient = new GatewayRig(text, (builder) -> builder.unknownKeys(UnknownKeys.IGNORE))) {
			lenient.source.put(SECOND);
			lenient.manager.reload();

			ReloadResult result = lenient.manager.rollback(1);

			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(lenient.source.text()).isEqualTo(text);
		}
	}

	@Test
	void doesNotOverwriteWhatNobodyHasAccepted(CapturedOutput output) {
		this.rig.source.put(SECOND);
		this.rig.manager.reload();
		this.rig.source.put("port = # to do");

		ReloadResult result = this.rig.manager.rollback(1);

		assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(this.rig.source.text()).isEqualTo("port = # to do");
		assertThat(this.rig.manager.status().unsaved()).containsExactly("port");
		assertThat(output).contains("The rollback is active but not written to config.toml");
	}

	@Test
	void doesNotOverwriteWhatIsWrittenMeanwhile(CapturedOutput output) {
		this.rig.source.put(SECOND);
		this.rig.manager.reload();
		this.rig.source.duringWrite(() -> this.rig.source.put("# Faster.\n" + SECOND));

		this.rig.manager.rollback(1);

		assertThat(this.rig.source.text()).isEqualTo("# Faster.\n" + SECOND);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(output).contains("not written to config.toml");
	}

	@Test
	void leavesAnUpdateThatComesMeanwhileUnsaved() {
		this.rig.source.put(SECOND);
		this.rig.manager.reload();
		this.rig.source.duringRead(() -> this.rig.manager.updateConfig((config) -> config.withLimit(20)));

		this.rig.manager.rollback(1);

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		this.rig.manager.saveConfig();
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 20"));
	}

	@Test
	void leavesAnUpdateDuringTheWriteUnsaved() {
		this.rig.source.put(SECOND);
		this.rig.manager.reload();
		this.rig.source.duringWrite(() -> this.rig.manager.updateConfig((config) -> config.withPort(3333)));

		this.rig.manager.rollback(1);
		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(3333);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("port");
	}

	@Test
	void isNoVersionForTheOneInForce() {
		ReloadResult result = this.rig.manager.rollback(1);

		assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.rig.manager.inspect().history()).hasSize(1);
	}

	@Test
	void listsTheDigestOfTheTextThatIsKept() {
		String commented = "# More to say.\n" + GatewayRig.TEXT;
		this.rig.source.put(commented);
		this.rig.manager.reload();

		assertThat(this.rig.manager.inspect().history()).containsExactly(new ConfigVersion(1, GatewayRig.NOW,
				Cause.START, SourceContent.of(commented.getBytes(UTF_8)).digest(), "config.toml"));
	}

	private static Tuple version(long number, Cause cause) {
		return Tuple.tuple(number, cause);
	}

}
