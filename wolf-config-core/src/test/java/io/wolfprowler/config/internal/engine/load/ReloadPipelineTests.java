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

package io.wolfprowler.config.internal.engine.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReloadPipeline}: what a look at the source does to what is in force.
 */
class ReloadPipelineTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void appliesAChangedValueAsTheNextVersion() {
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result).isEqualTo(new ReloadResult(Outcome.APPLIED, 2,
				List.of(GatewayRig.changed("port", 8080, 9090)), List.of(), Set.of(), Duration.ZERO));
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.callback.changes()).isEqualTo(result.changes());
	}

	@Test
	void givesTheSnapshotItsProvenance() {
		String text = GatewayRig.TEXT.replace("8080", "9090");
		this.rig.source.put(text);

		this.rig.manager.reload();

		String digest = SourceContent.of(text.getBytes(StandardCharsets.UTF_8)).digest();
		ConfigSnapshot<Gateway> snapshot = this.rig.manager.getSnapshot();
		assertThat(snapshot).isEqualTo(new ConfigSnapshot<>(2, this.rig.manager.getConfig(), digest, GatewayRig.NOW,
				Cause.RELOAD, "config.toml", snapshot.values()));
	}

	@Test
	void leavesEverythingAsItIsForTheSameBytes() {
		ConfigSnapshot<Gateway> before = this.rig.manager.getSnapshot();
		this.rig.source.put(GatewayRig.TEXT);

		ReloadResult result = this.rig.manager.reload();

		assertThat(result)
			.isEqualTo(new ReloadResult(Outcome.UNCHANGED, 1, List.of(), List.of(), Set.of(), Duration.ZERO));
		assertThat(this.rig.manager.getSnapshot()).isSameAs(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "# The gate.|# The city gate.", "port = 8080\nlimit = 10|limit = 10\nport = 8080",
			"port = 8080|port = 8_080", "\n[tls]|[tls]", "\n\n[tls]|\nworkers = 4\n\n[tls]", "\n|\r\n" })
	void takesATextThatSaysTheSameAsTheNewSaveBaseWithoutAVersion(String edit) {
		String[] sides = edit.split("\\|");
		String text = GatewayRig.TEXT.replace(sides[0], sides[1]);
		assertThat(text).isNotEqualTo(GatewayRig.TEXT);
		this.rig.source.put(text);

		ReloadResult result = this.rig.manager.reload();
		this.rig.manager.updateConfig((config) -> config.withName("city"));
		this.rig.manager.saveConfig();

		assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.rig.source.text()).isEqualTo(text.replace("\"gate\"", "\"city\""));
		assertThat(this.rig.observer.versions()).containsExactly(2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "port = ", "port = \"8080\"", "port = 70000", "prot = 1", "", "\n\n", "# nothing\n",
			"port = 1\nport = 2", "a = { b = 1,[", "tls = 3" })
	void keepsTheLastGoodVersionForAContentThatIsNoConfiguration(String text) {
		ConfigSnapshot<Gateway> before = this.rig.manager.getSnapshot();
		this.rig.source.put(text);

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
		assertThat(result.version()).isEqualTo(1);
		assertThat(result.problems()).isNotEmpty();
		assertThat(this.rig.manager.getSnapshot()).isSameAs(before);
		assertThat(this.rig.callback.changes()).isEmpty();
		assertThat(this.rig.observer.refusals()).containsExactly(result);
	}

	@Test
	void keepsTheLastGoodVersionForBytesThatAreNotUtf8() {
		this.rig.source.put("name = \"Gr\u00fc\u00dfe\"\n".getBytes(StandardCharsets.ISO_8859_1));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
		assertThat(this.rig.manager.getConfig().name()).isEqualTo("gate");
	}

	@Test
	void keepsTheLastGoodVersionWhileTheSourceIsAbsentAndFollowsItsReturn() {
		this.rig.source.remove();
		ReloadResult absent = this.rig.manager.reload();

		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
		ReloadResult back = this.rig.manager.reload();

		assertThat(absent.outcome()).isEqualTo(Outcome.UNAVAILABLE);
		assertThat(absent.problems()).extracting((problem) -> problem.describe("config.toml"))
			.containsExactly("config.toml: does not exist");
		assertThat(back.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(this.rig.observer.refusals()).isEmpty();
	}

	@Test
	void keepsTheLastGoodVersionWhileTheSourceIsUnreadable() {
		this.rig.source.failReads(new IOException("the disk is on fire"));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.outcome()).isEqualTo(Outcome.UNAVAILABLE);
		assertThat(result.problems()).extracting((problem) -> problem.describe("config.toml"))
			.containsExactly("config.toml: can't be read: the disk is on fire");
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
	}

	@Test
	void rejectsAContentThatTheSourceDoesNotHandOver() {
		this.rig.source.failReads(new SourceRejectedException("must be a regular file, found a directory"));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
		assertThat(this.rig.observer.refusals()).containsExactly(result);
	}

	@Test
	void reportsAllProblemsAtOnceEachAtItsPlace() {
		this.rig.source.put("""
				name = 7
				  port = 70000
				prot = 1

				[tls]
				enabled = "yes"
				""");

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.problems()).extracting((problem) -> problem.describe("config.toml"))
			.containsExactlyInAnyOrder("config.toml:1:8: name must be a string, found 7",
					"config.toml:2:10: port must be between 1 and 65535, found 70000",
					"config.toml:3:1: unknown key `prot`; did you mean `port`?",
					"config.toml:6:11: tls.enabled must be true or false, found \"yes\"");
	}

	@Test
	void neverGoesBackToAContentThatWasReadBeforeANewerOneWasAccepted() {
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "1111"));
		this.rig.source.duringRead(() -> {
			this.rig.source.put(GatewayRig.TEXT.replace("8080", "2222"));
			CompletableFuture.runAsync(this.rig.manager::reload).join();
		});

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(2222);
		assertThat(this.rig.observer.versions()).containsExactly(2L);
	}

	@Test
	void followsAContentReadBeforeAnUpdate() {
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "1111"));
		this.rig.source.duringRead(() -> this.rig.manager.updateConfig((config) -> config.withLimit(20)));

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(1111);
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void checksATextWithoutChangingAnything() {
		ReloadResult fine = this.rig.manager.validate(GatewayRig.TEXT.replace("8080", "9090"));
		ReloadResult same = this.rig.manager.validate("# No comment.\n" + GatewayRig.TEXT);
		ReloadResult broken = this.rig.manager.validate("port = 0");

		assertThat(fine.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(fine.changes()).containsExactly(GatewayRig.changed("port", 8080, 9090));
		assertThat(same.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(broken.outcome()).isEqualTo(Outcome.REJECTED);
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1);
		assertThat(this.rig.manager.status().lastRejection()).isNull();
		assertThat(this.rig.observer.refusals()).isEmpty();
	}

	@Test
	void tellsOfAVersionWhoseValuesHaveNoText() {
		StubSource source = new StubSource("mode = \"FAST\"\n");
		RecordingCallback callback = new RecordingCallback();
		try (ConfigManager<Modal> manager = new ManagerBuilder<>(Modal.class).source(source, Path.of("config.toml"))
			.build()) {
			manager.addCallback(callback);
			source.put("mode = \"SLOW\"\n");

			assertThat(manager.reload().outcome() == Outcome.APPLIED).isTrue();
			assertThat(manager.updateConfig((config) -> new Modal(Mode.FAST))).isTrue();
			assertThat(callback.changes().size()).isEqualTo(2);
		}
	}

	record Modal(Mode mode) {

	}

	enum Mode {

		FAST, SLOW;

		@Override
		public String toString() {
			throw new IllegalStateException("no text");
		}

	}

}
