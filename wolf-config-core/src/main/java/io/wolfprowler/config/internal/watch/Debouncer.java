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

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Combines many signals into few runs of an action. The action runs when no signal has
 * come for a quiet period, or when the first signal has waited for the maximum wait.
 *
 * <pre>
 * quiet 100 ms    signal 0, signal 40, signal 90       runs at 190
 * max wait 300    a signal every 50                    runs at 300, 600, 900, ...
 * </pre>
 *
 * The action runs on the scheduler, so never concurrently. Thread-safe.
 */
final class Debouncer {

	// A quarter of the clock's range: sums and differences of two such times never wrap.
	static final long LONGEST = Long.MAX_VALUE / 4;

	private static final Log logger = LogFactory.getLog(Debouncer.class);

	private final Scheduler scheduler;

	private final long quiet;

	private final long maxWait;

	private final Runnable action;

	private final Object lock = new Object();

	private boolean closed;

	private @Nullable Long lastRun;

	private @Nullable Deadline pending;

	private @Nullable Alarm alarm;

	/**
	 * Create a debouncer.
	 * @param scheduler runs the action
	 * @param quiet the quiet period; with zero, the action runs as soon as possible after
	 * each signal
	 * @param maxWait the maximum time that the first signal waits
	 * @param action the action to run; an exception is logged and does not affect later
	 * runs
	 */
	Debouncer(Scheduler scheduler, Duration quiet, Duration maxWait, Runnable action) {
		this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
		this.quiet = nanos(Objects.requireNonNull(quiet, "quiet"));
		this.maxWait = nanos(Objects.requireNonNull(maxWait, "maxWait"));
		this.action = Objects.requireNonNull(action, "action");
	}

	/**
	 * Start or extend the quiet period, after which the action runs.
	 */
	void signal() {
		synchronized (this.lock) {
			long now = this.scheduler.nanoTime();
			long limit = (this.pending != null) ? this.pending.limit() : now + this.maxWait;
			await(new Deadline(earlier(now + this.quiet, limit), limit));
		}
	}

	/**
	 * Run the action without a quiet period. If it ran less than a quiet period ago, it
	 * runs at the end of that period.
	 */
	void signalNow() {
		synchronized (this.lock) {
			long now = this.scheduler.nanoTime();
			long due = now;
			if (this.lastRun != null && this.lastRun + this.quiet - now > 0) {
				due = this.lastRun + this.quiet;
			}
			due = (this.pending != null) ? earlier(due, this.pending.due()) : due;
			await(new Deadline(due, due));
		}
	}

	/**
	 * Discard pending signals. This method does not wait for an action that is about to
	 * begin.
	 */
	void close() {
		synchronized (this.lock) {
			this.closed = true;
			this.pending = null;
			cancelAlarm();
		}
	}

	private void await(Deadline deadline) {
		if (this.closed) {
			return;
		}
		this.pending = deadline;
		// An alarm that is too early sets itself again, so many signals cost no more than
		// one.
		if (this.alarm == null || this.alarm.time() - deadline.due() > 0) {
			cancelAlarm();
			setAlarm(deadline.due());
		}
	}

	private void setAlarm(long time) {
		Duration delay = Duration.ofNanos(time - this.scheduler.nanoTime());
		this.alarm = new Alarm(time, this.scheduler.schedule(delay, this::onAlarm));
	}

	private void cancelAlarm() {
		if (this.alarm != null) {
			this.alarm.scheduled().cancel();
			this.alarm = null;
		}
	}

	private void onAlarm() {
		if (isDue()) {
			runAction();
		}
	}

	private boolean isDue() {
		synchronized (this.lock) {
			cancelAlarm();
			if (this.pending == null) {
				return false;
			}
			long now = this.scheduler.nanoTime();
			if (this.pending.due() - now > 0) {
				setAlarm(this.pending.due());
				return false;
			}
			this.pending = null;
			this.lastRun = now;
			return true;
		}
	}

	private void runAction() {
		try {
			this.action.run();
		}
		catch (Throwable ex) {
			logger.error("The debounced action " + this.action + " failed; the next signal runs it again", ex);
		}
	}

	private static long earlier(long one, long other) {
		return (one - other < 0) ? one : other;
	}

	private static long nanos(Duration duration) {
		return Math.min(TimeUnit.NANOSECONDS.convert(duration), LONGEST);
	}

	private record Deadline(long due, long limit) {

	}

	private record Alarm(long time, Cancellable scheduled) {

	}

}
