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

package io.wolfprowler.config.spring.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;

/**
 * Runs one task repeatedly. At most one run is planned at any time, and none while one is
 * in progress: a run plans the next one when it ends. So runs never overlap, whatever
 * changes meanwhile.
 *
 * @param <T> the type of the configuration
 */
final class LiveSchedule<T> implements ConfigParticipant<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	/** Schedulers count nanoseconds, which overflow after 292 years. */
	private static final Duration LONGEST = Duration.ofDays(100 * 365);

	private final LiveInterval<T> interval;

	private final Runnable task;

	private final Supplier<TaskScheduler> scheduler;

	private final BooleanSupplier running;

	private long version;

	private Duration pause = Duration.ZERO;

	private boolean closed;

	private @Nullable PlannedRun next;

	private @Nullable Thread runner;

	private @Nullable Instant lastEnd;

	private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

	/**
	 * Create a schedule without a planned run.
	 * @param interval returns the interval of a version
	 * @param running whether the schedules of the context are running
	 */
	LiveSchedule(LiveInterval<T> interval, Runnable task, Supplier<TaskScheduler> scheduler, BooleanSupplier running) {
		this.interval = interval;
		this.task = task;
		this.scheduler = scheduler;
		this.running = running;
	}

	@Override
	public Prepared prepare(ConfigTransition<T> transition) {
		long newVersion = transition.current().version();
		Duration newPause = this.interval.in(transition.current());
		return new CommitOnly(() -> change(newVersion, newPause));
	}

	/**
	 * Start with the active version, unless a newer one was committed first.
	 * @throws ConfigVetoException if its interval can't be used
	 */
	void begin(ConfigSnapshot<T> active) {
		change(active.version(), this.interval.in(active));
	}

	/** Plan the next run, replacing a planned one. */
	void plan() {
		if (!this.running.getAsBoolean()) {
			// Do not choose a scheduler yet.
			return;
		}
		TaskScheduler scheduler = this.scheduler.get();
		Instant now = scheduler.getClock().instant();
		PlannedRun run = new PlannedRun(this::run);
		Duration delay;
		synchronized (this) {
			if (!mayPlan()) {
				return;
			}
			replace(run);
			delay = delay(now);
		}
		run.planned(scheduler.schedule(run, now.plus(delay)));
	}

	/** Cancel the planned run. */
	synchronized void cancel() {
		replace(null);
	}

	/**
	 * Return a future that completes when no run is in progress. It is complete if the
	 * run itself asks.
	 */
	synchronized CompletableFuture<Void> idle() {
		return (this.runner == Thread.currentThread()) ? CompletableFuture.completedFuture(null) : this.idle;
	}

	/** Plan no more runs. */
	synchronized void close() {
		this.closed = true;
		replace(null);
	}

	// Version 0 means that it has not started and has no interval.
	private boolean mayPlan() {
		return this.version > 0 && this.runner == null && !this.closed && this.running.getAsBoolean();
	}

	private void change(long newVersion, Duration newPause) {
		synchronized (this) {
			if (newVersion < this.version) {
				return;
			}
			this.version = newVersion;
			if (newPause.equals(this.pause)) {
				return;
			}
			this.pause = newPause;
		}
		plan();
	}

	// A run in progress is not interrupted. A cancelled run that starts anyway finds that
	// it
	// is not the next one.
	private void replace(@Nullable PlannedRun run) {
		if (this.next != null) {
			this.next.cancel();
		}
		this.next = run;
	}

	// Never longer than the interval, even if the clock was set back.
	private Duration delay(Instant now) {
		if (this.lastEnd == null) {
			return Duration.ZERO;
		}
		Duration longest = (this.pause.compareTo(LONGEST) < 0) ? this.pause : LONGEST;
		Duration left = Duration.between(now, this.lastEnd.plus(longest));
		if (left.isNegative()) {
			return Duration.ZERO;
		}
		return (left.compareTo(longest) < 0) ? left : longest;
	}

	private void run(PlannedRun run) {
		if (isDue(run)) {
			try {
				this.task.run();
			}
			catch (Throwable ex) {
				logger.error("The task of " + this.interval.key() + " failed; it runs again", ex);
			}
			finally {
				end();
			}
		}
	}

	private synchronized boolean isDue(PlannedRun run) {
		if (this.next != run) {
			return false;
		}
		this.next = null;
		this.runner = Thread.currentThread();
		this.idle = new CompletableFuture<>();
		return true;
	}

	private void end() {
		Instant now = this.scheduler.get().getClock().instant();
		CompletableFuture<Void> ended;
		synchronized (this) {
			this.runner = null;
			this.lastEnd = now;
			ended = this.idle;
		}
		ended.complete(null);
		try {
			plan();
		}
		catch (TaskRejectedException ex) {
			logger.debug("The task of " + this.interval.key() + " ends with its scheduler", ex);
		}
	}

}
