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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.load.RetryBackoff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ManagerThread} on a machine that has no thread to give.
 */
@Tag("faults")
class ManagerThreadTests {

	private final AtomicBoolean none = new AtomicBoolean();

	private final ManagerThread thread = new ManagerThread(this::newThread, "reluctant");

	private final List<String> done = new CopyOnWriteArrayList<>();

	@AfterEach
	void end() {
		this.thread.end(Duration.ofSeconds(5));
	}

	@Test
	void keepsWhatItHasToDoUntilThereIsAThread() {
		this.none.set(true);
		assertThat(this.thread.offer(() -> this.done.add("first"))).isTrue();
		assertThat(this.thread.offer(() -> this.done.add("second"))).isTrue();
		assertThat(this.done).isEmpty();

		this.none.set(false);
		this.thread.wake();
		this.thread.awaitIdle(Duration.ofSeconds(5));

		assertThat(this.done).containsExactly("first", "second");
	}

	@Test
	void looksAtTheNextSignalThatFindsAThread() {
		StubSource source = new StubSource("port = 1");
		HotReload hotReload = new HotReload(source, () -> {
			this.done.add("look");
			throw new IllegalStateException("expected in this test");
		}, this.thread, new FakeScheduler(), new RetryBackoff(Duration.ofMillis(500), Duration.ofSeconds(5)));
		this.none.set(true);
		hotReload.enable();
		source.signal();
		assertThat(this.done).isEmpty();

		this.none.set(false);
		source.signal();
		this.thread.awaitIdle(Duration.ofSeconds(5));

		assertThat(this.done).isNotEmpty();
		hotReload.close();
	}

	private Thread newThread(Runnable task) {
		if (this.none.get()) {
			throw new OutOfMemoryError("unable to create native thread, expected in this test");
		}
		return new Thread(task);
	}

}
