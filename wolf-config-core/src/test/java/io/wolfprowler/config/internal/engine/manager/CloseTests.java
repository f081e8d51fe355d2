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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.load.RetryBackoff;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the end of a {@link DefaultConfigManager}.
 */
@Timeout(20)
class CloseTests {

	private final GatewayRig rig = new GatewayRig(GatewayRig.TEXT,
			(builder) -> builder.slowCallback(Duration.ofMillis(100)));

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void leavesTheConfigurationReadable() {
		this.rig.manager.updateConfig((config) -> config.withPort(9090));

		this.rig.manager.close();
		this.rig.manager.close();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(2);
		assertThat(this.rig.manager.inspect().history()).hasSize(2);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("port");
		assertThat(this.rig.manager.view(Gateway::port).get()).isEqualTo(9090);
		assertThat(this.rig.manager.validate("port = 1").outcome()).isEqualTo(Outcome.APPLIED);
	}

	@Test
	void refusesWhatWouldChangeSomething() {
		this.rig.manager.close();

		refused(this.rig.manager::reload);
		refused(() -> this.rig.manager.updateConfig((config) -> config.withPort(1)));
		refused(() -> this.rig.manager.updateConfig(1, (config) -> config.withPort(1)));
		refused(() -> this.rig.manager.updateValues(Map.of("port", 1)));
		refused(this.rig.manager::saveConfig);
		refused(() -> this.rig.manager.rollback(1));
		refused(this.rig.manager::enableHotReload);
	}

	@Test
	void failsWhatWouldChangeSomethingLater() {
		this.rig.manager.close();

		assertThat(this.rig.manager.reloadAsync()).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOf(IllegalStateException.class);
		assertThat(this.rig.manager.updateConfigAsync((config) -> config.withPort(1)))
			.failsWithin(Duration.ofSeconds(5));
		assertThat(this.rig.manager.saveConfigAsync()).failsWithin(Duration.ofSeconds(5));
	}

	@Test
	void completesWhatIsQueued() {
		CountDownLatch closing = new CountDownLatch(1);
		this.rig.manager.addCallback((change) -> await(closing));
		CompletableFuture<Boolean> first = this.rig.manager.updateConfigAsync((config) -> config.withPort(1));
		CompletableFuture<Boolean> second = this.rig.manager.updateConfigAsync((config) -> config.withPort(2));
		CompletableFuture<?> reload = this.rig.manager.reloadAsync();

		this.rig.manager.close();
		closing.countDown();

		assertThat(CompletableFuture.allOf(first.exceptionally((ex) -> false), second.exceptionally((ex) -> false),
				reload.exceptionally((ex) -> null)))
			.succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void isToldToNobody() {
		this.rig.manager.enableHotReload();
		this.rig.settle();
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));

		this.rig.manager.close();
		this.rig.source.signal();
		this.rig.scheduler.advance(Duration.ofMinutes(1));

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(this.rig.callback.changes()).isEmpty();
		assertThat(this.rig.source.watches()).isZero();
		assertThat(this.rig.manager.isHotReloadEnabled()).isFalse();
	}

	@Test
	void endsTheThread() throws InterruptedException {
		AtomicReference<Thread> thread = new AtomicReference<>();
		this.rig.manager.addCallback((change) -> thread.set(Thread.currentThread()));
		this.rig.manager.updateConfig((config) -> config.withPort(1));

		this.rig.manager.close();

		thread.get().join(Duration.ofSeconds(10).toMillis());
		assertThat(thread.get().isAlive()).isFalse();
	}

	@Test
	void mayComeFromACallbackAndIsTheLastThingHeard() {
		this.rig.manager.addCallback((change) -> this.rig.manager.close());
		RecordingCallback after = new RecordingCallback();
		this.rig.manager.addCallback(after);

		this.rig.manager.updateConfig((config) -> config.withPort(1).withLimit(2));

		assertThat(this.rig.callback.changes()).hasSize(1);
		assertThat(after.changes()).isEmpty();
		assertThat(this.rig.observer.versions()).isEmpty();
	}

	@Test
	void waitsOnlySoLongForACallback() {
		CountDownLatch closed = new CountDownLatch(1);
		RecordingCallback after = new RecordingCallback();
		this.rig.manager.addCallback((change) -> await(closed));
		this.rig.manager.addCallback(after);
		this.rig.manager.updateConfig((config) -> config.withPort(1));

		this.rig.manager.close();
		closed.countDown();

		assertThat(after.changes()).isEmpty();
	}

	@Test
	void letsNothingInThatWasUnderWay() {
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
		this.rig.source.duringRead(this.rig.manager::close);

		assertThatIllegalStateException().isThrownBy(this.rig.manager::reload);

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
	}

	private static void refused(ThrowingCallable call) {
		assertThatIllegalStateException().isThrownBy(call).withMessage("The configuration manager 'wolf' is closed");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void leavesNoWatchToThoseWhoEnableAtTheSameTime() {
		HotReload hotReload = new HotReload(this.rig.source, () -> this.rig.manager.reload(),
				new ManagerThread("test", null), this.rig.scheduler,
				new RetryBackoff(Duration.ofMillis(500), GatewayRig.MAX_WAIT));

		hotReload.close();
		hotReload.enable();

		assertThat(hotReload.isEnabled()).isFalse();
		assertThat(this.rig.source.watches()).isZero();
	}

}
