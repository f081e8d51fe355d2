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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what returns at once and happens later.
 */
@Timeout(20)
class AsyncOperationsTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void completesWhenTheCallbacksHaveRun() {
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));

		assertThat(this.rig.manager.reloadAsync().join().outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(this.rig.callback.changes()).hasSize(1);
		assertThat(this.rig.manager.updateConfigAsync((config) -> config.withLimit(20)).join()).isTrue();
		assertThat(this.rig.callback.changes()).hasSize(2);
		assertThat(this.rig.manager.updateConfigAsync((config) -> config.withLimit(20)).join()).isFalse();
		this.rig.manager.saveConfigAsync().join();
		assertThat(this.rig.source.text()).contains("limit = 20");
	}

	@Test
	void doesNotMakeTheCallerWait() {
		CountDownLatch release = new CountDownLatch(1);
		CompletableFuture<Boolean> update = this.rig.manager.updateConfigAsync((config) -> {
			await(release);
			return config.withPort(1);
		});

		assertThat(this.rig.manager.reloadAsync()).succeedsWithin(Duration.ofSeconds(10));
		assertThat(update).isNotDone();
		release.countDown();
		assertThat(update.thenCompose((changed) -> this.rig.manager.saveConfigAsync()))
			.succeedsWithin(Duration.ofSeconds(10));
		assertThat(this.rig.source.text()).contains("port = 1\n");
	}

	@Test
	void failsWithWhatTheCallWouldThrow() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put("port = 0");

		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(this.rig.manager.updateConfigAsync((config) -> config.withPort(0))::join)
			.withCauseInstanceOf(ConfigRejectedException.class);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(this.rig.manager.saveConfigAsync()::join)
			.withCauseInstanceOf(ConfigSaveException.class);
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(this.rig.manager.updateConfigAsync((config) -> null)::join)
			.withCauseInstanceOf(NullPointerException.class);
		assertThat(this.rig.manager.reloadAsync().join().outcome()).isEqualTo(Outcome.REJECTED);
	}

	@Test
	void mayBeWaitedForByACallback() {
		CompletableFuture<Outcome> heard = new CompletableFuture<>();
		this.rig.manager.addCallback((change) -> {
			if (this.rig.manager.getConfig().limit() == 10) {
				this.rig.manager.updateConfigAsync((config) -> config.withLimit(20)).join();
				this.rig.manager.saveConfigAsync().join();
				heard.complete(this.rig.manager.reloadAsync().join().outcome());
			}
		});

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		assertThat(heard).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.rig.source.text()).contains("limit = 20", "port = 1\n");
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
	void mayBeWaitedForByAThreadThatACallbackWaitsFor() {
		try (GatewayRig impatient = new GatewayRig(GatewayRig.TEXT,
				(builder) -> builder.slowCallback(Duration.ofMillis(50)))) {
			impatient.manager.addCallback(
					(change) -> CompletableFuture.runAsync(() -> impatient.manager.reloadAsync().join()).join());

			impatient.manager.updateConfig((config) -> config.withPort(1));
			impatient.settle();

			assertThat(impatient.observer.versions()).containsExactly(2L);
			assertThat(impatient.manager.status().failures()).isZero();
		}
	}

}
