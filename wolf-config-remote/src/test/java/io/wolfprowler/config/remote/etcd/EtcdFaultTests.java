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
package io.wolfprowler.config.remote.etcd;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.time.IdleThreads;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.spi.SourceContent;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EtcdSource} with a cluster of three whose members are killed and
 * frozen while somebody writes. What is measured goes to the output.
 */
@Tag("filesystem")
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class EtcdFaultTests {

	private static final String KEY = "/wolf/config";

	private static final int WATCHERS = Integer.getInteger("etcd.watchers", 200);

	private static final Duration DOWN = Duration.ofSeconds(Integer.getInteger("etcd.down", 6));

	@TempDir
	Path directory;

	private EtcdCluster etcd;

	private final List<Watcher> watchers = new ArrayList<>();

	@BeforeEach
	void start() {
		this.etcd = new EtcdCluster(this.directory, 3, "--unsafe-no-fsync");
		this.etcd.put(KEY, "value = 0");
	}

	@AfterEach
	void stop() {
		this.watchers.forEach(Watcher::close);
		if (this.etcd != null) {
			this.etcd.close();
		}
	}

	@Test
	void aLeaderThatIsKilledIsMissedForSecondsOnly() throws Exception {
		watch(WATCHERS, Duration.ofSeconds(5));
		try (Writer writer = new Writer()) {
			EtcdCluster.Member leader = this.etcd.leader();
			writer.awaitWrites(20);
			restartSilence();
			leader.kill();
			writer.awaitWrites(writer.written() + 60);
			report("kill -9 of the leader");
			leader.restart();
			writer.close();

			assertThat(longestSilence()).isLessThan(Duration.ofSeconds(10));
			awaitAll(writer.last());
		}
	}

	@Test
	void aLeaderThatEndsIsMissedForSecondsOnly() throws Exception {
		watch(WATCHERS / 4, Duration.ofSeconds(5));
		try (Writer writer = new Writer()) {
			writer.awaitWrites(20);
			restartSilence();
			this.etcd.leader().terminate();
			writer.awaitWrites(writer.written() + 60);
			report("SIGTERM of the leader");
			writer.close();

			assertThat(longestSilence()).isLessThan(Duration.ofSeconds(10));
			awaitAll(writer.last());
		}
	}

	@Test
	void aLeaderThatIsFrozenIsFoundOutByPolls() throws Exception {
		watch(WATCHERS / 4, Duration.ofSeconds(2));
		try (Writer writer = new Writer()) {
			EtcdCluster.Member leader = this.etcd.leader();
			writer.awaitWrites(20);
			restartSilence();
			leader.freeze();
			writer.awaitWrites(writer.written() + 60);
			await().until(() -> this.watchers.stream().allMatch((watcher) -> watcher.isBehind(writer.last()) < 60));
			report("SIGSTOP of the leader");
			Duration silence = longestSilence();
			leader.thaw();
			writer.close();

			assertThat(silence).isLessThan(Duration.ofSeconds(20));
			awaitAll(writer.last());
		}
	}

	@Test
	void aClusterWithoutAMajorityIsWaitedFor() throws Exception {
		watch(WATCHERS / 4, Duration.ofSeconds(2));
		this.etcd.member(1).kill();
		this.etcd.member(2).kill();
		await().until(() -> this.watchers.stream().noneMatch(Watcher::isStreaming));

		this.etcd.member(1).start("existing");
		this.etcd.member(2).start("existing");
		this.etcd.member(1).awaitUp();
		this.etcd.member(2).awaitUp();
		long start = System.nanoTime();
		try (Writer writer = new Writer()) {
			writer.awaitWrites(5);
			writer.close();
			awaitAll(writer.last());
		}
		System.out.println("etcd: after a lost majority all of " + this.watchers.size() + " had the newest "
				+ Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms after the members were up");
	}

	@Test
	void aClusterThatIsDownAsAWholeIsWaitedFor() throws Exception {
		watch(WATCHERS / 4, Duration.ofSeconds(2));
		for (int i = 0; i < 3; i++) {
			this.etcd.member(i).kill();
		}
		Awaitility.await().atMost(Duration.ofMinutes(2)).pollDelay(DOWN).until(() -> true);
		for (int i = 0; i < 3; i++) {
			this.etcd.member(i).start("existing");
		}
		this.etcd.member(0).awaitUp();
		long start = System.nanoTime();
		this.etcd.put(KEY, "value = 4711");
		awaitAll(4711);
		System.out.println("etcd: after " + DOWN.toSeconds() + " s without any member all of " + this.watchers.size()
				+ " had the newest " + Duration.ofNanos(System.nanoTime() - start).toMillis()
				+ " ms after they were up");
	}

	@Test
	void aMemberThatHasLostItsDataIsPassedOverAndAddedAgain() throws Exception {
		watch(20, Duration.ofSeconds(2));
		EtcdCluster.Member lost = this.etcd.member(2);
		String id = this.etcd.ctl("member", "list")
			.lines()
			.filter((line) -> line.contains(" m2,"))
			.findFirst()
			.orElseThrow();
		lost.wipe();
		try (Writer writer = new Writer()) {
			writer.awaitWrites(10);
			this.etcd.ctl("member", "remove", id.substring(0, id.indexOf(',')));
			await().ignoreExceptions()
				.untilAsserted(() -> this.etcd.ctl("member", "add", "m2", "--peer-urls", lost.peerUrl()));
			lost.restart();
			writer.awaitWrites(writer.written() + 10);
			writer.close();
			awaitAll(writer.last());
		}
	}

	@Test
	void aStoreThatWasWipedIsFollowedFromThere(CapturedOutput output) {
		for (int i = 1; i < 30; i++) {
			this.etcd.put(KEY, "value = " + i);
		}
		watch(5, Duration.ofSeconds(1));
		awaitAll(29);
		for (int i = 0; i < 3; i++) {
			this.etcd.member(i).wipe();
		}
		for (int i = 0; i < 3; i++) {
			this.etcd.member(i).start("new");
		}
		this.etcd.member(0).awaitUp();
		this.etcd.put(KEY, "value = 777");

		awaitAll(777);
		assertThat(output.getOut()).contains("The revision of etcd went back from ");
	}

	private void watch(int count, Duration poll) {
		for (int i = 0; i < count; i++) {
			this.watchers.add(new Watcher(this.etcd.endpoints(), poll));
		}
		await().until(() -> this.watchers.stream().allMatch(Watcher::isStreaming));
	}

	private void restartSilence() {
		this.watchers.forEach(Watcher::restartSilence);
	}

	private Duration longestSilence() {
		return Duration.ofNanos(this.watchers.stream().mapToLong((watcher) -> watcher.silence.get()).max().orElse(0));
	}

	private void report(String fault) {
		System.out.println("etcd: " + fault + ": longest silence of " + this.watchers.size() + " watchers "
				+ longestSilence().toMillis() + " ms");
	}

	private void awaitAll(long value) {
		await().untilAsserted(() -> assertThat(this.watchers).allMatch((watcher) -> watcher.value.get() == value));
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60));
	}

	/**
	 * Reads on every signal, as a manager does, and keeps the longest time without one.
	 */
	private static final class Watcher implements AutoCloseable {

		final AtomicLong value = new AtomicLong(-1);

		final AtomicLong silence = new AtomicLong();

		private final AtomicLong last = new AtomicLong(System.nanoTime());

		private final AtomicBoolean pending = new AtomicBoolean();

		private final ExecutorService thread = IdleThreads.named("watcher", null);

		private final EtcdSource source;

		private final Subscription watch;

		Watcher(URI[] endpoints, Duration poll) {
			this.source = new EtcdSource(new EtcdSettings(List.of(endpoints), false, KEY, null, () -> "", null, poll,
					Duration.ofSeconds(2), Duration.ofSeconds(6), 65_536), WatchThread.shared());
			this.watch = this.source.watch(this::signal);
		}

		boolean isStreaming() {
			return this.source.watchMode() == HotReloadMode.PUSH;
		}

		long isBehind(long newest) {
			return newest - this.value.get();
		}

		void restartSilence() {
			this.last.set(System.nanoTime());
			this.silence.set(0);
		}

		@Override
		public void close() {
			this.watch.close();
			this.source.close();
			this.thread.shutdownNow();
		}

		private void signal() {
			if (this.pending.compareAndSet(false, true)) {
				try {
					this.thread.execute(this::look);
				}
				catch (RejectedExecutionException ex) {
					this.pending.set(false);
				}
			}
		}

		private void look() {
			this.pending.set(false);
			try {
				String text = new String(this.source.read().bytes(), StandardCharsets.UTF_8);
				this.value.set(Long.parseLong(text.substring("value = ".length())));
				long now = System.nanoTime();
				long silent = now - this.last.getAndSet(now);
				this.silence.accumulateAndGet(silent, Math::max);
			}
			catch (IOException ex) {
				// It is signalled again.
			}
		}

	}

	/** Writes ten values a second, by compare-and-set. */
	private final class Writer implements AutoCloseable {

		// A write to a member that is frozen is given up soon: what is measured is how
		// long
		// watchers are behind, not how long the writer stands still.
		private final EtcdSource source = new EtcdSource(
				new EtcdSettings(List.of(EtcdFaultTests.this.etcd.endpoints()), false, KEY, null, () -> "", null,
						Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(3), 65_536),
				WatchThread.shared());

		private final AtomicLong written = new AtomicLong();

		private final AtomicLong last = new AtomicLong();

		private final AtomicBoolean closed = new AtomicBoolean();

		private final Thread thread = new Thread(this::write, "writer");

		Writer() {
			this.thread.start();
		}

		long written() {
			return this.written.get();
		}

		long last() {
			return this.last.get();
		}

		void awaitWrites(long count) {
			await().until(() -> this.written.get() >= count);
		}

		@Override
		public void close() throws InterruptedException {
			if (this.closed.compareAndSet(false, true)) {
				this.thread.join();
				this.source.close();
			}
		}

		private void write() {
			while (!this.closed.get()) {
				try {
					SourceContent present = this.source.read();
					long next = 1 + Long
						.parseLong(new String(present.bytes(), StandardCharsets.UTF_8).substring("value = ".length()));
					this.source.write(("value = " + next).getBytes(StandardCharsets.UTF_8), present.revision());
					this.last.set(next);
					this.written.incrementAndGet();
				}
				catch (IOException ex) {
					// What was written, if anything, is read at the next turn.
				}
				LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
			}
		}

	}

}
