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
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * A thread that watches files below a directory, and what it has read at their signals. A
 * watcher is right when the content it has read last is that of the file.
 */
final class WatchRig implements AutoCloseable {

	// Events only: the poll comes too late to be of help.
	static final WatchSettings PUSHED = new WatchSettings(Duration.ofMillis(20), Duration.ofMillis(200),
			Duration.ofMinutes(5), false);

	static final WatchSettings POLLED = new WatchSettings(Duration.ofMillis(20), Duration.ofMillis(200),
			Duration.ofMillis(100), false);

	final AtomicBoolean pushable = new AtomicBoolean(true);

	final WatchThread thread = new WatchThread(this::newWatchService, Clock.systemUTC());

	final List<Watch> watches = new ArrayList<>();

	final AtomicInteger signals = new AtomicInteger();

	private final AtomicReference<String> seen = new AtomicReference<>("nothing");

	final Path dir;

	/** The file that a signal makes the rig read: the one watched last. */
	Path file;

	WatchRig(Path temp) throws IOException {
		this.dir = temp.toRealPath();
		this.file = this.dir.resolve("x.toml");
	}

	WatchService newWatchService() {
		try {
			if (!this.pushable.get()) {
				throw new IOException("User limit of inotify instances reached or too many open files");
			}
			return FileSystems.getDefault().newWatchService();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Watch watch(Path path, WatchSettings settings) {
		this.file = path;
		Watch watch = this.thread.watch(path, settings, this::read);
		this.watches.add(watch);
		return watch;
	}

	void read() {
		this.signals.incrementAndGet();
		try {
			this.seen.set(Files.readString(this.file));
		}
		catch (IOException ex) {
			this.seen.set("absent");
		}
	}

	void awaitSeen(String text) {
		await().until(this.seen::get, text::equals);
	}

	/** Hold the thread up until the latch is counted down. */
	CountDownLatch stall() {
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		this.thread.schedule(Duration.ZERO, () -> {
			begun.countDown();
			awaitUninterruptibly(end);
		});
		awaitUninterruptibly(begun);
		return end;
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static ConditionFactory await() {
		return Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20));
	}

	static void renameOver(Path path, String text) throws IOException {
		Path fresh = Files.writeString(path.resolveSibling("." + path.getFileName() + ".tmp"), text);
		Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void close() {
		this.watches.forEach(Watch::close);
		await().until(() -> !this.thread.isRunning());
	}

}
