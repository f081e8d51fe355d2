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
package io.wolfprowler.config.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.fixtures.FakeScheduler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BackgroundTasks}.
 */
class BackgroundTasksTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final FakeScheduler scheduler = new FakeScheduler();

	private final DirectThreads threads = new DirectThreads();

	private final BackgroundTasks tasks = new BackgroundTasks(this.threads, this.scheduler);

	private final List<String> begun = new ArrayList<>();

	@Test
	void beginAfterTheirPause() {
		this.tasks.run("poll", SECOND.multipliedBy(2), () -> this.begun.add("poll"));
		this.scheduler.advance(SECOND);
		assertThat(this.begun).isEmpty();

		this.scheduler.advance(SECOND);
		this.scheduler.advance(SECOND.multipliedBy(10));
		assertThat(this.begun).containsExactly("poll");
	}

	@Test
	void takeThePlaceOfAnotherOfTheSameName() {
		this.tasks.run("poll", SECOND, () -> this.begun.add("first"));
		this.tasks.run("open", SECOND, () -> this.begun.add("open"));
		this.tasks.run("poll", SECOND.multipliedBy(2), () -> this.begun.add("second"));

		this.scheduler.advance(SECOND.multipliedBy(3));
		assertThat(this.begun).containsExactly("open", "second");
	}

	@Test
	void mayAskForThemselvesAgain() {
		this.tasks.run("poll", SECOND, this::pollAgain);
		this.scheduler.advance(SECOND.multipliedBy(3));
		assertThat(this.begun).containsExactly("poll", "poll", "poll");
	}

	@Test
	void waitForAThreadIfThereIsNone() {
		this.threads.failure = new OutOfMemoryError("unable to create native thread");
		this.tasks.run("poll", SECOND, () -> this.begun.add("poll"));
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> this.scheduler.advance(SECOND));
		this.threads.failure = null;

		this.scheduler.advance(SECOND);
		assertThat(this.begun).containsExactly("poll");
	}

	@Test
	void areNotBegunAfterTheEnd() {
		this.tasks.run("poll", SECOND, () -> this.begun.add("poll"));
		this.tasks.close();
		this.tasks.run("open", SECOND, () -> this.begun.add("open"));

		assertThat(this.scheduler.pending()).isZero();
		assertThat(this.begun).isEmpty();
	}

	@Test
	void areInterruptedAtTheEndAndDontHoldUpTheTimer() throws Exception {
		CompletableFuture<String> outcome = new CompletableFuture<>();
		CountDownLatch waiting = new CountDownLatch(1);
		try (BackgroundTasks real = new BackgroundTasks("wolf-config-test", this.scheduler)) {
			real.run("call", SECOND, () -> {
				try {
					waiting.countDown();
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					outcome.complete(Thread.currentThread().getName());
				}
			});
			this.scheduler.advance(SECOND);
			assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("wolf-config-test");
	}

	private void pollAgain() {
		this.begun.add("poll");
		this.tasks.run("poll", SECOND, this::pollAgain);
	}

	private static final class DirectThreads extends AbstractExecutorService {

		private Error failure;

		private boolean ended;

		@Override
		public void execute(Runnable command) {
			if (this.failure != null) {
				throw this.failure;
			}
			if (this.ended) {
				throw new RejectedExecutionException();
			}
			command.run();
		}

		@Override
		public void shutdown() {
			this.ended = true;
		}

		@Override
		public List<Runnable> shutdownNow() {
			this.ended = true;
			return List.of();
		}

		@Override
		public boolean isShutdown() {
			return this.ended;
		}

		@Override
		public boolean isTerminated() {
			return this.ended;
		}

		@Override
		public boolean awaitTermination(long timeout, TimeUnit unit) {
			return this.ended;
		}

	}

}
