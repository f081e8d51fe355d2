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

package io.wolfprowler.config.internal.engine.notify;

import java.time.Duration;
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.notify.ListenerFaultTests.ListenerKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * A listener that does not return for a minute keeps the other listeners waiting, and
 * nobody else.
 */
@Tag("faults")
@Timeout(30)
@ExtendWith(OutputCapture.class)
class SlowListenerTests {

	private static final Duration SLOW = Duration.ofMillis(50);

	private final GatewayRig rig = new GatewayRig(GatewayRig.TEXT, (builder) -> builder.slowCallback(SLOW));

	private final Gate gate = new Gate();

	@AfterEach
	void close() {
		this.gate.open();
		this.rig.close();
	}

	@ParameterizedTest
	@EnumSource
	void isNamedOnceWithItsStackAndDelaysOnlyTheListenersAfterIt(ListenerKind kind, CapturedOutput output) {
		RecordingCallback after = blocked(kind);

		this.rig.scheduler.advance(Duration.ofMinutes(1));
		assertThat(output).containsOnlyOnce("has been running for 50 ms").contains(Gate.class.getName() + ".pass");
		assertThat(after.changes()).hasSize((kind == ListenerKind.CALLBACK) ? 0 : 1);
		this.gate.open();
		awaitTold(2L);

		assertThat(after.changes()).containsExactly(GatewayRig.changed("limit", 10, 20));
		assertThat(this.rig.manager.status().failures()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void keepsNeitherReadersNorUpdatersWaiting(ListenerKind kind) {
		ConfigManager<Gateway> manager = this.rig.manager;
		RecordingCallback after = blocked(kind);

		assertThat(manager.getConfig().limit()).isEqualTo(20);
		assertThat(manager.updateConfig((config) -> config.withLimit(30))).isTrue();
		assertThat(manager.updateValues(Map.of("limit", 40))).isTrue();
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
		assertThat(manager.reload().version()).isEqualTo(5);
		assertThatNoException().isThrownBy(manager::saveConfig);
		assertThat(manager.getConfig()).extracting(Gateway::limit, Gateway::port).containsExactly(40, 9090);
		this.gate.open();
		awaitTold(2L, 3L, 4L, 5L);

		assertThat(after.changes()).containsExactly(GatewayRig.changed("limit", 10, 20),
				GatewayRig.changed("limit", 20, 30), GatewayRig.changed("limit", 30, 40),
				GatewayRig.changed("port", 8080, 9090));
	}

	@ParameterizedTest
	@EnumSource
	void doesNotEndHotReload(ListenerKind kind) {
		this.rig.manager.enableHotReload();
		blocked(kind);
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
		this.rig.source.signal();

		this.gate.open();
		awaitTold(2L, 3L);

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
	}

	// The rig waits no longer than a slow callback may take, which is short here.
	private void awaitTold(Long... versions) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(this.rig.observer.versions()).containsExactly(versions);
			assertThat(this.rig.scheduler.pending()).isZero();
		});
	}

	/** Block a listener with an update, and return a callback that was added after it. */
	private RecordingCallback blocked(ListenerKind kind) {
		kind.add(this.rig.manager, this.gate::pass);
		RecordingCallback after = new RecordingCallback();
		this.rig.manager.addCallback(after);
		assertThat(this.rig.manager.updateConfig((config) -> config.withLimit(20))).isTrue();
		this.gate.awaitSomebody();
		return after;
	}

}
