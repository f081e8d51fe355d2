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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigChangeCallback;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChangeNotifier} and {@link ListenerList}: who is told what, in which
 * order.
 */
@ExtendWith(OutputCapture.class)
class ChangeNotifierTests {

	private final GatewayRig rig = new GatewayRig();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void areToldEveryChangeInTheOrderTheyWereAdded() {
		this.rig.manager.addCallback((change) -> this.calls.add("first " + change.key()));
		this.rig.manager.addCallback((change) -> this.calls.add("second " + change.key()));

		this.rig.manager.updateConfig((config) -> config.withPort(1).withLimit(2));

		assertThat(this.calls).containsExactly("first port", "second port", "first limit", "second limit");
	}

	@Test
	void runOnTheThreadOfTheManager() {
		this.rig.manager.addCallback((change) -> this.calls.add(Thread.currentThread().getName()));

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		assertThat(this.calls).containsExactly("wolf-config-wolf");
	}

	@Test
	void areCalledAlsoAfterOneThatThrows(CapturedOutput output) {
		this.rig.manager.addCallback(new Broken());
		this.rig.manager.addCallback((change) -> {
			throw new StackOverflowError("deep");
		});
		this.rig.manager.view((config) -> {
			throw new IllegalStateException("no section");
		}).onChange((old, now) -> this.calls.add("never"));
		RecordingCallback last = new RecordingCallback();
		this.rig.manager.addCallback(last);

		this.rig.manager.updateConfig((config) -> config.withPort(1));
		this.rig.manager.updateConfig((config) -> config.withPort(2));

		assertThat(last.changes()).containsExactly(GatewayRig.changed("port", 8080, 1),
				GatewayRig.changed("port", 1, 2));
		assertThat(this.rig.observer.versions()).containsExactly(2L, 3L);
		assertThat(this.rig.manager.status().failures()).isEqualTo(6);
		assertThat(output).contains(Broken.class.getName() + " failed on a configuration change")
			.contains("IllegalArgumentException: broken");
	}

	@Test
	void areNotToldOfTheVersionInForceWhenTheyWereAdded() {
		RecordingCallback late = new RecordingCallback();
		this.rig.manager.addCallback((change) -> {
			if (this.calls.isEmpty()) {
				this.calls.add("added");
				this.rig.manager.addCallback(late);
				this.rig.manager.view(Gateway::limit).onChange((old, now) -> this.calls.add("limit " + now));
			}
		});

		this.rig.manager.updateConfig((config) -> config.withPort(1).withLimit(2));
		assertThat(late.changes()).isEmpty();
		this.rig.manager.updateConfig((config) -> config.withLimit(3));

		assertThat(late.changes()).containsExactly(GatewayRig.changed("limit", 2, 3));
		assertThat(this.calls).containsExactly("added", "limit 3");
	}

	@Test
	void areNotToldAnyMoreOnceClosed() {
		List<Subscription> subscriptions = new ArrayList<>();
		this.rig.manager.addCallback((change) -> subscriptions.forEach(Subscription::close));
		RecordingCallback closed = new RecordingCallback();
		subscriptions.add(this.rig.manager.addCallback(closed));
		subscriptions.add(this.rig.manager.addObserver(this.rig.observer));

		this.rig.manager.updateConfig((config) -> config.withPort(1).withLimit(2));

		assertThat(closed.changes()).isEmpty();
		assertThat(this.rig.observer.versions()).containsExactly(2L);
	}

	@Test
	void mayUpdateAndSeeVersionsInOrder() {
		List<Long> inForce = new CopyOnWriteArrayList<>();
		this.rig.manager.addCallback((change) -> {
			if (this.rig.manager.getConfig().limit() < 15) {
				assertThat(this.rig.manager.updateConfig((config) -> config.withLimit(config.limit() + 1))).isTrue();
			}
			inForce.add(this.rig.manager.getSnapshot().version());
		});

		this.rig.manager.updateConfig((config) -> config.withPort(1));
		IntStream.range(0, 5).forEach((i) -> this.rig.settle());

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(15);
		assertThat(this.rig.observer.versions()).isEqualTo(LongStream.rangeClosed(2, 7).boxed().toList());
		assertThat(inForce).isSorted().first().isEqualTo(3L);
		assertThat(this.rig.manager.status().failures()).isZero();
	}

	@Test
	void mayDoAnything() {
		this.rig.manager.addCallback((change) -> {
			if (this.calls.isEmpty()) {
				this.rig.manager.enableHotReload();
				this.calls.add(this.rig.manager.reload().outcome().name());
				this.calls.add(this.rig.manager.rollback(1).outcome().name());
				this.rig.manager.updateValues(Map.of("limit", 77));
				this.rig.manager.saveConfig();
				this.rig.manager.disableHotReload();
			}
		});

		this.rig.manager.updateConfig((config) -> config.withPort(1));
		this.rig.settle();

		assertThat(this.rig.manager.status().failures()).isZero();
		assertThat(this.calls).containsExactly("UNCHANGED", "APPLIED");
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 77"));
		assertThat(this.rig.source.watches()).isZero();
	}

	@Test
	void mayWaitForAThreadThatUpdates() {
		try (GatewayRig impatient = new GatewayRig(GatewayRig.TEXT,
				(builder) -> builder.slowCallback(Duration.ofMillis(50)))) {
			impatient.manager.addCallback((change) -> {
				if (change.key().equals("port")) {
					CompletableFuture.runAsync(() -> impatient.manager.updateConfig((config) -> config.withLimit(20)))
						.join();
				}
			});

			impatient.manager.updateConfig((config) -> config.withPort(1));
			impatient.settle();

			assertThat(impatient.manager.getConfig().limit()).isEqualTo(20);
			assertThat(impatient.observer.versions()).containsExactly(2L, 3L);
		}
	}

	@Test
	void areToldInVersionOrderUnderManyUpdatingThreads() {
		List<Object> limits = Collections.synchronizedList(new ArrayList<>());
		this.rig.manager.addCallback((change) -> limits.add(change.newValue()));

		CompletableFuture
			.allOf(IntStream.range(0, 8)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> IntStream.range(0, 50)
					.forEach((n) -> this.rig.manager.updateConfig((config) -> config.withLimit(config.limit() + 1)))))
				.toArray(CompletableFuture[]::new))
			.join();

		assertThat(limits).isEqualTo(IntStream.rangeClosed(11, 410).boxed().toList());
	}

	@Test
	void seeTheirVersionInForceAlready() {
		this.rig.manager.addCallback((change) -> this.calls.add("port " + this.rig.manager.getConfig().port()));

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		assertThat(this.calls).containsExactly("port 1");
	}

	private static final class Broken implements ConfigChangeCallback {

		@Override
		public void onChange(ConfigChange change) {
			throw new IllegalArgumentException("broken");
		}

	}

}
