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
import java.nio.file.FileSystems;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A watch thread whose surroundings do what a test tells them to.
 */
@NullMarked
public final class WatchFaults {

	private final WatchThread thread = new WatchThread(this::open, this::now);

	private volatile boolean refused;

	private volatile @Nullable WatchService service;

	private volatile Duration clockOffset = Duration.ZERO;

	private volatile CountDownLatch stalled = new CountDownLatch(0);

	/**
	 * The thread.
	 * @return the one instance
	 */
	public WatchThread thread() {
		return this.thread;
	}

	/**
	 * Refuses events from now on, or gives them again to who asks.
	 * @param refuse whether to refuse them
	 */
	public void refuseEvents(boolean refuse) {
		this.refused = refuse;
	}

	/**
	 * Closes the watch service under the thread.
	 * @throws IOException when that fails
	 */
	public void closeService() throws IOException {
		WatchService open = this.service;
		if (open != null) {
			open.close();
		}
	}

	/**
	 * Moves the wall clock.
	 * @param offset how far, forward or back
	 */
	public void moveClock(Duration offset) {
		this.clockOffset = this.clockOffset.plus(offset);
	}

	/**
	 * Holds the thread up, for ten seconds at most.
	 */
	public void stall() {
		CountDownLatch end = new CountDownLatch(1);
		this.stalled = end;
		this.thread.schedule(Duration.ZERO, () -> awaitFor(end));
	}

	/**
	 * Lets the thread go on.
	 */
	public void resume() {
		this.stalled.countDown();
	}

	private WatchService open() throws IOException {
		if (this.refused) {
			throw new IOException("User limit of inotify instances reached or too many open files");
		}
		WatchService opened = FileSystems.getDefault().newWatchService();
		this.service = opened;
		return opened;
	}

	private Instant now() {
		return Clock.systemUTC().instant().plus(this.clockOffset);
	}

	private static void awaitFor(CountDownLatch latch) {
		try {
			latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
