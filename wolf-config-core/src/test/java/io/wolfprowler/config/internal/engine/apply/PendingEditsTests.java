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

package io.wolfprowler.config.internal.engine.apply;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PendingEdits}: what a reload leaves of the updates in memory.
 */
@ExtendWith(OutputCapture.class)
class PendingEditsTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void surviveAReloadOfOtherKeys(CapturedOutput output) {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.changes()).containsExactly(GatewayRig.changed("port", 8080, 9090));
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
		assertThat(output).doesNotContain("overrules");
	}

	@Test
	void giveWayToTheSourceOnTheSameKey(CapturedOutput output) {
		this.rig.manager.updateConfig((config) -> config.withLimit(20).withPort(1));
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 30"));

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(30);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(1);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("port");
		assertThat(output).containsOnlyOnce("config.toml overrules the unsaved updates of limit");
	}

	@Test
	void areNoneAnyMoreWhenTheSourceSaysTheSame(CapturedOutput output) {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 20"));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
		assertThat(output).doesNotContain("overrules");
	}

	@Test
	void areNoneAnyMoreWhenTakenBack() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));

		this.rig.manager.updateConfig((config) -> config.withLimit(10));

		assertThat(this.rig.manager.status().unsaved()).isEmpty();
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(3);
	}

	@Test
	void giveWayToASourceThatDropsTheirKey() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10\n", ""));

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void keepAKeyRemovedThatTheSourceStillHas() {
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 50"));
		this.rig.manager.reload();
		this.rig.manager.updateValues(Collections.singletonMap("limit", null));
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 50").replace("8080", "9090"));

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void countAnArrayAsOneValue() {
		this.rig.manager.updateConfig((config) -> config.withPeers(List.of(new Gateway.Peer("a", 1))));
		this.rig.source.put(GatewayRig.TEXT + "\n[[peers]]\nhost = \"b\"\n");

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().peers()).containsExactly(new Gateway.Peer("b", 1));
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void areNotMadeOfAnEditThatFollowsASave() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.afterWrite(() -> {
			this.rig.source.put(this.rig.source.text().replace("8080", "9090"));
			CompletableFuture.runAsync(this.rig.manager::reload).join();
		});

		this.rig.manager.saveConfig();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void surviveAReloadThatReadsASaveBeforeItHasEnded() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.afterWrite(() -> {
			this.rig.manager.updateConfig((config) -> config.withLimit(30));
			CompletableFuture.runAsync(this.rig.manager::reload).join();
		});

		this.rig.manager.saveConfig();

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(30);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
		assertThat(this.rig.source.text()).contains("limit = 20");
	}

	@Test
	void surviveAnEditOfWhatASaveHasJustWritten() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.afterWrite(() -> {
			this.rig.manager.updateConfig((config) -> config.withLimit(30));
			this.rig.source.put(this.rig.source.text().replace("8080", "9090"));
			CompletableFuture.runAsync(this.rig.manager::reload).join();
		});

		this.rig.manager.saveConfig();

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(30);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void surviveARefusedReload() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put("port = 0");

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void areNotTouchedByARefusedUpdate() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));

		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(Map.of("limit", "x")));

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

}
