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
		DeadlineExecutor calls = on((task) -> new Threads().start(1, task));
		for (int i = 0; i < 1000; i++) {
			DeadlineTask<String> call = call(() -> "done");

			assertThat(calls.make(call)).isEqualTo("done");
			assertThat(call.isOver()).isTrue();
		}
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void areOverWhenThereIsNoThread() {
		DeadlineTask<String> call = call(() -> "done");

		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> on(NO_THREAD).make(call));

		assertThat(call.isOver()).isTrue();
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void areMadeOnThePresentThreadIfTheyHaveTo() throws Throwable {
		DeadlineExecutor calls = on(NO_THREAD);
		List<Object> seen = new ArrayList<>();

		String result = calls.makeSurely(call(() -> {
			seen.add(Thread.currentThread());
			seen.add(calls.isWithin());
			return "done";
		}));

		assertThat(result).isEqualTo("done");
		assertThat(seen).containsExactly(Thread.currentThread(), true);
		assertThat(calls.isWithin()).isFalse();
	}

	@Test
	void throwWhatTheCodeThrowsItselfOnThePresentThread() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> on(NO_THREAD).makeSurely(call(() -> {
			throw new IllegalStateException("broken");
		}))).withMessage("broken");
	}

	@Test
	void endTheInterruptBeforeAnythingIsDoneAboutALateResult() {
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		DeadlineTask<String> call = new DeadlineTask<>(() -> {
			this.scheduler.advance(LIMIT);
			return "late";
		}, (result) -> interrupted.complete(Thread.currentThread().isInterrupted()), this.late::add);

		assertThatExceptionOfType(TimeoutException.class)
			.isThrownBy(() -> on((task) -> new Threads().start(1, task)).make(call))
			.withMessage("it has not returned in 10000 ms");

		assertThat(interrupted.join()).isFalse();
	}

	@Test
	void passOnWhatALateResultCausesAsAFailure() {
		DeadlineTask<String> call = new DeadlineTask<>(() -> "late", (result) -> {
			throw new IllegalStateException("can't be undone");
		}, this.late::add);
		call.giveUp(new CancellationException("closed"));

		call.run();

		assertThat(this.late).singleElement().asString().contains("can't be undone");
		assertThat(call.isOver()).isTrue();
	}

	@Test
	void areGivenUpOnceAndNotWhenTheyAreOver() throws Throwable {
		DeadlineTask<String> call = call(() -> "done");

		call.run();
		call.giveUp(LIMIT);

		assertThat(call.await()).isEqualTo("done");
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
