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
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The single thread that waits for file system events and runs timers for all watched
 * files. It starts with the first watch or timer and ends with the last.
 */
public final class WatchThread implements Scheduler {

	private static final Log logger = LogFactory.getLog(WatchThread.class);

	private static final WatchThread shared = new WatchThread(WatchThread::newWatchService, Clock.systemUTC());

	private final Timers timers = new Timers();

	private final WakeableWait wait = new WakeableWait();

	private final Backoff backoff = new Backoff();

	private final Runnable awaitEvents = this::awaitEvents;

	private final WatchedFiles files;

	private volatile @Nullable Thread thread;

	WatchThread(Callable<WatchService> watchServices, InstantSource clock) {
		this.files = new WatchedFiles(this, new WatchedDirectories(() -> open(watchServices)), clock);
	}

	/**
	 * Return the thread of this process.
	 * @return the one instance
	 */
	public static WatchThread shared() {
		return shared;
	}

	/**
	 * Watch a file. Neither the file nor its directories need to exist. A signal says
	 * that the file may have changed; the receiver finds out whether it did.
	 * @param file the file; symbolic links on its path are followed and watched too
	 * @param settings when a change is signalled
	 * @param signal runs on the watch thread when the file may have changed after this
	 * method was called, or shortly before
	 * @return the watch
	 */
	public Watch watch(Path file, WatchSettings settings, Runnable signal) {
		Objects.requireNonNull(file, "file");
		Objects.requireNonNull(settings, "settings");
		Objects.requireNonNull(signal, "signal");
		Watch watch = this.files.add(file.toAbsolutePath(), settings, signal);
		// The thread may be waiting without a watch service, or with one that is closed.
		this.wait.wake();
		return watch;
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		Objects.requireNonNull(task, "task");
		long nanos = Math.min(TimeUnit.NANOSECONDS.convert(delay), Debouncer.LONGEST);
		Timer timer = this.timers.add(nanoTime() + nanos, task);
		start();
		if (this.timers.isFirst(timer)) {
			wake();
		}
		return () -> cancel(timer);
	}

	@Override
	public long nanoTime() {
		return System.nanoTime();
	}

	boolean isRunning() {
		return this.thread != null;
	}

	private void cancel(Timer timer) {
		this.timers.remove(timer);
		if (this.timers.isEmpty()) {
			wake();
		}
	}

	private void wake() {
		if (Thread.currentThread() != this.thread) {
			this.wait.wake();
		}
	}

	private synchronized void start() {
		Thread present = this.thread;
		if (present == null || !present.isAlive()) {
			Thread fresh = create(this::run);
			fresh.start();
			this.thread = fresh;
		}
	}

	private WatchService open(Callable<WatchService> watchServices) throws Exception {
		if (this.backoff.isPausing(nanoTime())) {
			throw new IOException("the last watch service failed");
		}
		return watchServices.call();
	}

	// The service has a thread of its own, which would keep the class loader of the
	// caller.
	private static WatchService newWatchService() throws IOException {
		Thread current = Thread.currentThread();
		ClassLoader classLoader = current.getContextClassLoader();
		current.setContextClassLoader(ClassLoader.getSystemClassLoader());
		try {
			return FileSystems.getDefault().newWatchService();
		}
		finally {
			current.setContextClassLoader(classLoader);
		}
	}

	// The thread keeps nothing of its first user: no thread-locals, no class loader, and
	// no access control context, which a thread inherits up to JDK 23.
	@SuppressWarnings("removal")
	private static Thread create(Runnable run) {
		return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
			Thread fresh = new Thread(null, run, "wolf-config-watch", 0, false);
			fresh.setDaemon(true);
			fresh.setContextClassLoader(ClassLoader.getSystemClassLoader());
			return fresh;
		});
	}

	// A timer is added before start() takes the lock, so either this method sees it, or
	// start() finds no thread.
	private synchronized boolean endWhenIdle() {
		if (this.timers.isEmpty()) {
			this.thread = null;
			return true;
		}
		return false;
	}

	private void run() {
		while (!endWhenIdle()) {
			runSafely(this.awaitEvents);
			runDueTimers();
		}
	}

	private void awaitEvents() {
		WatchService events = this.files.events();
		try {
			dispatchNext(events);
		}
		catch (ClosedWatchServiceException ex) {
			this.files.recover(events);
		}
		catch (Throwable ex) {
			// The cause may persist, so there is a pause without events.
			this.backoff.failed(nanoTime());
			report(ex);
			this.files.recover(events);
		}
	}

	private void dispatchNext(@Nullable WatchService events) {
		WatchKey key = this.wait.await(events, this.timers.untilFirst(nanoTime()));
		if (key != null) {
			this.files.dispatch(key);
		}
		if (events != null) {
			this.backoff.succeeded();
		}
	}

	// Timers that are added meanwhile wait for the next round, so they never starve
	// events.
	private void runDueTimers() {
		long now = nanoTime();
		Timer due = this.timers.pollDue(now);
		while (due != null) {
			runSafely(due.task());
			due = this.timers.pollDue(now);
		}
	}

	private static void runSafely(Runnable task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			report(ex);
		}
	}

	private static void report(Throwable failure) {
		try {
			logger.error("A task of the watch thread failed; watching continues", failure);
		}
		catch (Throwable ex) {
			// There is not even enough memory to log the failure. The next task may
			// succeed.
		}
	}

}
