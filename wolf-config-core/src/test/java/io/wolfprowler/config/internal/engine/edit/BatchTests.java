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

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigBatch;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Batch}, {@link BatchCommit} and {@link BatchedUpdate}.
 */
class BatchTests {

	private static final Duration WINDOW = Duration.ofMillis(100);

	private final AtomicReference<@Nullable String> actor = new AtomicReference<>();

	private final GatewayRig rig = new GatewayRig(GatewayRig.TEXT, (builder) -> builder.actor(this.actor::get));

	private final ConfigBatch<Gateway> batch = this.rig.manager.batch(WINDOW);

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void makesOneVersionAndOneSaveOfTheUpdatesOfSeveralCallers() {
		CompletableFuture<Boolean> limit = this.batch.update((gateway) -> gateway.withLimit(20));
		CompletableFuture<Boolean> values = this.batch.updateValues(Map.of("port", 9090, "tls.enabled", true));
		CompletableFuture<Boolean> nothing = this.batch.update((gateway) -> gateway.withPort(9090));
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1);

		this.rig.scheduler.advance(WINDOW);

		assertThat(limit.join()).isTrue();
		assertThat(values.join()).isTrue();
		assertThat(nothing.join()).isFalse();
		assertThat(this.rig.observer.versions()).containsExactly(2L);
		assertThat(this.rig.source.writes()).isOne();
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 20")
			.replace("8080", "9090")
			.replace("enabled = false", "enabled = true"));
	}

	@Test
	void beginsAnewWithTheNextUpdate() {
		CompletableFuture<Boolean> first = this.batch.update((gateway) -> gateway.withLimit(20));
		this.rig.scheduler.advance(WINDOW);
		first.join();
		CompletableFuture<Boolean> second = this.batch.update((gateway) -> gateway.withLimit(30));

		this.rig.scheduler.advance(WINDOW.minusMillis(1));
		assertThat(second).isNotDone();
		this.rig.scheduler.advance(Duration.ofMillis(1));

		assertThat(second.join()).isTrue();
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(3);
	}

	@Test
	void leavesOutAnUpdateThatIsNotValidAndTellsOnlyItsCaller() {
		CompletableFuture<Boolean> good = this.batch.update((gateway) -> gateway.withLimit(20));
		CompletableFuture<Boolean> bad = this.batch.updateValues(Map.of("port", 0, "limit", 99));
		CompletableFuture<Boolean> broken = this.batch.update((gateway) -> {
			throw new IllegalArgumentException("no idea");
		});
		CompletableFuture<Boolean> late = this.batch.update((gateway) -> gateway.withPort(gateway.limit()));

		this.rig.scheduler.advance(WINDOW);

		assertThat(good.join()).isTrue();
		assertThat(late.join()).isTrue();
		assertThat(failureOf(bad)).isInstanceOf(ConfigRejectedException.class)
			.hasMessageContaining("port must be between");
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(20);
		assertThat(failureOf(broken)).hasMessage("no idea");
	}

	@Test
	void returnsAKeyToItsDefault() {
		Map<String, Object> toDefault = new HashMap<>();
		toDefault.put("limit", null);
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));

		CompletableFuture<Boolean> removed = this.batch.updateValues(toDefault);
		this.rig.scheduler.advance(WINDOW);

		assertThat(removed.join()).isTrue();
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
	}

	@Test
	void failsForEveryoneWhenItIsVetoed() {
		this.rig.manager.addParticipant((transition) -> {
			throw new ConfigVetoException("limit", "can't be had");
		});
		CompletableFuture<Boolean> first = this.batch.update((gateway) -> gateway.withLimit(20));
		CompletableFuture<Boolean> second = this.batch.update((gateway) -> gateway.withPort(9090));

		this.rig.scheduler.advance(WINDOW);

		assertThat(failureOf(first)).isInstanceOf(ConfigRejectedException.class)
			.hasMessageContaining("limit can't be had");
		assertThat(failureOf(second)).isInstanceOf(ConfigRejectedException.class);
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1);
		assertThat(this.rig.source.writes()).isZero();
	}

	@Test
	void tellsWhenItIsInForceButCannotBeSaved() {
		this.rig.source.failWrites(new IOException("the disk is full"));
		CompletableFuture<Boolean> update = this.batch.update((gateway) -> gateway.withLimit(20));

		this.rig.scheduler.advance(WINDOW);

		assertThat(failureOf(update)).isInstanceOf(ConfigSaveException.class).hasMessageContaining("the disk is full");
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void savesNothingWhereNothingChanges() {
		CompletableFuture<Boolean> nothing = this.batch.update((gateway) -> gateway);

		this.rig.scheduler.advance(WINDOW);

		assertThat(nothing.join()).isFalse();
		assertThat(this.rig.source.writes()).isZero();
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1);
	}

	@Test
	void namesAllWhoAsked() {
		this.actor.set("alice");
		CompletableFuture<Boolean> first = this.batch.update((gateway) -> gateway.withLimit(20));
		this.actor.set("bob");
		this.batch.update((gateway) -> gateway.withPort(9090));

		this.rig.scheduler.advance(WINDOW);
		first.join();

		assertThat(this.rig.observer.attempts()).extracting(ConfigAttempt::actor).containsExactly(null, "alice, bob");
	}

	@Test
	void isCommittedAtOnceWhenItIsClosed() {
		CompletableFuture<Boolean> update = this.batch.update((gateway) -> gateway.withLimit(20));

		this.batch.close();

		assertThat(update.join()).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> this.batch.update((gateway) -> gateway))
			.withMessage("The batch is closed");
	}

	@Test
	void failsWhenTheManagerIsClosedFirst() {
		CompletableFuture<Boolean> update = this.batch.update((gateway) -> gateway.withLimit(20));
		this.rig.manager.close();

		this.rig.scheduler.advance(WINDOW);

		assertThat(failureOf(update)).isInstanceOf(IllegalStateException.class).hasMessageContaining("is closed");
	}

	@Test
	void needsAWindow() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.rig.manager.batch(Duration.ZERO))
			.withMessage("'window' must be more than zero, found PT0S");
	}

	@Test
	void losesNoUpdateOfManyCallersOnManyThreads() {
		ConcurrentLinkedQueue<CompletableFuture<Boolean>> futures = new ConcurrentLinkedQueue<>();
		List<Thread> callers = IntStream.range(0, 8)
			.mapToObj((caller) -> new Thread(() -> IntStream.range(0, 50)
				.forEach((i) -> futures.add(this.batch.update((gateway) -> gateway.withLimit(gateway.limit() + 1))))))
			.toList();
		callers.forEach(Thread::start);
		while (callers.stream().anyMatch(Thread::isAlive)) {
			this.rig.scheduler.advance(WINDOW);
		}
		this.rig.scheduler.advance(WINDOW);

		assertThat(futures).hasSize(400).allSatisfy((future) -> assertThat(future.join()).isTrue());
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(410);
	}

	private static Throwable failureOf(CompletableFuture<?> future) {
		return future.handle((value, failure) -> failure).join();
	}

}
