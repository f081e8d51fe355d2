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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.fixtures.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeadlineExecutor} and {@link DeadlineTask}.
 */
@Timeout(30)
class DeadlineExecutorTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final Executor NO_THREAD = (task) -> {
		throw new OutOfMemoryError("no thread");
	};

	private final FakeScheduler scheduler = new FakeScheduler();

	private final List<Object> late = new ArrayList<>();

	@Test
	void areOverWhenTheirResultIsKnown() throws Throwable {
		DeadlineExecutor executor = on((task) -> new Threads().start(1, task));
		for (int i = 0; i < 1000; i++) {
			DeadlineTask<String> task = call(() -> "done");

			assertThat(executor.call(task)).isEqualTo("done");
			assertThat(task.isOver()).isTrue();
		}
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void areOverWhenThereIsNoThread() {
		DeadlineTask<String> task = call(() -> "done");

		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> on(NO_THREAD).call(task));

		assertThat(task.isOver()).isTrue();
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void areMadeOnThePresentThreadIfTheyHaveTo() throws Throwable {
		DeadlineExecutor executor = on(NO_THREAD);
		List<Object> seen = new ArrayList<>();

		String result = executor.callInAnyCase(call(() -> {
			seen.add(Thread.currentThread());
			seen.add(executor.isWithin());
			return "done";
		}));

		assertThat(result).isEqualTo("done");
		assertThat(seen).containsExactly(Thread.currentThread(), true);
		assertThat(executor.isWithin()).isFalse();
	}

	@Test
	void throwWhatTheCodeThrowsItselfOnThePresentThread() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> on(NO_THREAD).callInAnyCase(call(() -> {
			throw new IllegalStateException("broken");
		}))).withMessage("broken");
	}

	@Test
	void endTheInterruptBeforeAnythingIsDoneAboutALateResult() {
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		DeadlineTask<String> task = new DeadlineTask<>(() -> {
			this.scheduler.advance(LIMIT);
			return "late";
		}, (result) -> interrupted.complete(Thread.currentThread().isInterrupted()), this.late::add);

		assertThatExceptionOfType(TimeoutException.class)
			.isThrownBy(() -> on((command) -> new Threads().start(1, command)).call(task))
			.withMessage("it has not returned in 10000 ms");

		assertThat(interrupted.join()).isFalse();
	}

	@Test
	void passOnWhatALateResultCausesAsAFailure() {
		DeadlineTask<String> task = new DeadlineTask<>(() -> "late", (result) -> {
			throw new IllegalStateException("can't be undone");
		}, this.late::add);
		task.abandon(new CancellationException("closed"));

		task.run();

		assertThat(this.late).singleElement().asString().contains("can't be undone");
		assertThat(task.isOver()).isTrue();
	}

	@Test
	void areGivenUpOnceAndNotWhenTheyAreOver() throws Throwable {
		DeadlineTask<String> task = call(() -> "done");

		task.run();
		task.abandon(LIMIT);

		assertThat(task.await()).isEqualTo("done");
		assertThat(Thread.interrupted()).isFalse();
		assertThat(this.late).isEmpty();
	}

	private DeadlineExecutor on(Executor threads) {
		return new DeadlineExecutor(threads, this.scheduler, LIMIT);
	}

	private DeadlineTask<String> call(Callable<String> code) {
		return new DeadlineTask<>(code, this.late::add, this.late::add);
	}

}
