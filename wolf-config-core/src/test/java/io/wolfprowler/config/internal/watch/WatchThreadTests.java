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

package io.wolfprowler.config.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the thread and the timers of {@link WatchThread}, and for the life of a
 * watch.
 */
@Tag("filesystem")
class WatchThreadTests {

	private WatchRig rig;

	@BeforeEach
	void open(@TempDir Path temp) throws IOException {
		this.rig = new WatchRig(temp);
	}

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void survivesLooksAndTasksThatThrow() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watches.add(this.rig.thread.watch(this.rig.file, WatchRig.PUSHED, () -> {
			this.rig.read();
			throw new StackOverflowError("expected in this test");
		}));
		this.rig.thread.schedule(Duration.ZERO, () -> {
			throw new OutOfMemoryError("expected in this test");
		});

		for (String text : List.of("two", "three")) {
			Files.writeString(this.rig.file, text);
			this.rig.awaitSeen(text);
		}
	}

	@Test
	void endsWithTheLastWatchAndStartsAgainWithANewOne() throws IOException {
		Files.writeString(this.rig.file, "one");
		Watch first = this.rig.watch(this.rig.file, WatchRig.PUSHED);
		assertThat(this.rig.thread.isRunning()).isTrue();

		first.close();
		first.close();
		WatchRig.await().until(() -> !this.rig.thread.isRunning());

		this.rig.watch(this.rig.file, WatchRig.PUSHED);
		Files.writeString(this.rig.file, "two");
		this.rig.awaitSeen("two");
	}

	@Test
	void leavesNoFileDescriptorOpen() throws IOException {
		long before = inotifyInstances();
		for (int i = 0; i < 10; i++) {
			this.rig.thread.watch(this.rig.file, WatchRig.PUSHED, this.rig::read).close();
		}

		WatchRig.await().until(() -> inotifyInstances() <= before);
	}

	@Test
	void needsOneThreadForAHundredFiles() throws IOException {
		long threads = Thread.getAllStackTraces().keySet().stream().filter(WatchThreadTests::isWatching).count();
		for (int i = 0; i < 100; i++) {
			Path nested = Files.createDirectories(this.rig.dir.resolve("dir" + i % 10)).resolve("x" + i);
			this.rig.watch(nested, WatchRig.PUSHED);
		}

		assertThat(Thread.getAllStackTraces().keySet().stream().filter(WatchThreadTests::isWatching).count())
			.isEqualTo(threads + 1);

		Files.writeString(this.rig.dir.resolve("dir7/x97"), "found");
		WatchRig.await().until(() -> this.rig.signals.get() > 0);
	}

	@Test
	void doesNotLookAfterClose() throws IOException {
		Files.writeString(this.rig.file, "one");
		Watch watch = this.rig.watch(this.rig.file, WatchRig.PUSHED);
		CountDownLatch stalled = this.rig.stall();
		Files.writeString(this.rig.file, "two");

		watch.close();
		stalled.countDown();

		WatchRig.await().until(() -> !this.rig.thread.isRunning());
		assertThat(this.rig.signals).hasValue(0);
	}

	@Test
	void canBeClosedByALook() throws IOException {
		Files.writeString(this.rig.file, "one");
		AtomicReference<Watch> self = new AtomicReference<>();
		self.set(this.rig.thread.watch(this.rig.file, WatchRig.PUSHED, () -> self.get().close()));

		Files.writeString(this.rig.file, "two");

		WatchRig.await().until(() -> !this.rig.thread.isRunning());
	}

	@Test
	void keepsOtherFilesOfADirectoryWatched() throws IOException {
		Files.writeString(this.rig.file, "one");
		Watch other = this.rig.thread.watch(this.rig.dir.resolve("y.toml"), WatchRig.PUSHED, () -> {
		});
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		other.close();
		Files.writeString(this.rig.file, "two");

		this.rig.awaitSeen("two");
	}

	@Test
	void doesNotRunACancelledTimer() {
		AtomicBoolean ran = new AtomicBoolean();
		CountDownLatch stalled = this.rig.stall();

		this.rig.thread.schedule(Duration.ZERO, () -> ran.set(true)).cancel();
		stalled.countDown();

		WatchRig.await().until(() -> !this.rig.thread.isRunning());
		assertThat(ran).isFalse();
	}

	@Test
	void wakesForATimerEarlierThanAllOthers() throws InterruptedException {
		this.rig.watch(this.rig.file, WatchRig.PUSHED);
		CountDownLatch ran = new CountDownLatch(1000);

		for (int i = 0; i < 1000; i++) {
			this.rig.thread.schedule(Duration.ofNanos(i % 7 * 1000L), ran::countDown);
		}

		assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void ignoresInterruptsOfStrangers() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		for (int i = 0; i < 10; i++) {
			this.rig.thread.schedule(Duration.ZERO, () -> Thread.currentThread().interrupt());
		}
		Files.writeString(this.rig.file, "two");

		this.rig.awaitSeen("two");
	}

	@Test
	void leavesABrokenWatchServiceAloneForAWhileAndPolls() throws IOException {
		AtomicInteger asked = new AtomicInteger();
		WatchThread thread = new WatchThread(() -> new BrokenWatchService(asked), Clock.systemUTC());
		Files.writeString(this.rig.file, "one");
		Watch watch = thread.watch(this.rig.file, WatchRig.POLLED, this.rig::read);

		for (String text : List.of("two", "three", "four")) {
			Files.writeString(this.rig.file, text);
			this.rig.awaitSeen(text);
		}

		assertThat(watch.mode()).isEqualTo(WatchMode.POLL);
		assertThat(asked.get()).isBetween(1, 20);
		watch.close();
	}

	private record BrokenWatchService(AtomicInteger asked) implements WatchService {

		@Override
		public void close() {
		}

		@Override
		public WatchKey poll() {
			throw new IllegalStateException("broken, expected in this test");
		}

		@Override
		public WatchKey poll(long timeout, TimeUnit unit) {
			this.asked.incrementAndGet();
			return poll();
		}

		@Override
		public WatchKey take() {
			return poll();
		}

	}

	private static boolean isWatching(Thread thread) {
		return thread.getName().equals("wolf-config-watch");
	}

	private static long inotifyInstances() throws IOException {
		Path descriptors = Path.of("/proc/self/fd");
		if (!Files.isDirectory(descriptors)) {
			return 0;
		}
		try (Stream<Path> all = Files.list(descriptors)) {
			return all.filter((path) -> new Link(path, Path.of("anon_inode:inotify")).isCurrent()).count();
		}
	}

}
