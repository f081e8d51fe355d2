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

package io.wolfprowler.config.spring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/**
 * A scheduler whose time moves only when told to. Tasks run on the thread that moves it,
 * also within a task: then as if on a second thread.
 */
public final class ManualScheduler extends Clock implements TaskScheduler {

	private final List<Planned> planned = new CopyOnWriteArrayList<>();

	private volatile Instant now = Instant.EPOCH;

	private volatile boolean rejecting;

	/**
	 * Moves time on and runs what falls due, each at its time.
	 * @param duration how far; zero runs only what is due at present
	 */
	public void advance(Duration duration) {
		Instant end = this.now.plus(duration);
		for (Planned task = first(); task != null && !task.time.isAfter(end); task = first()) {
			this.planned.remove(task);
			this.now = this.now.isAfter(task.time) ? this.now : task.time;
			task.action.run();
		}
		this.now = this.now.isAfter(end) ? this.now : end;
	}

	/**
	 * Moves the clock and runs nothing, as if the machine had slept.
	 * @param duration how far, negative for back
	 */
	public void jump(Duration duration) {
		this.now = this.now.plus(duration);
	}

	/**
	 * Takes no tasks any more.
	 */
	public void reject() {
		this.rejecting = true;
	}

	/**
	 * What time it is.
	 * @return the time since the beginning
	 */
	public Duration time() {
		return Duration.between(Instant.EPOCH, this.now);
	}

	/**
	 * How many tasks wait.
	 * @return the number of tasks neither run nor cancelled
	 */
	public int pending() {
		return this.planned.size();
	}

	/**
	 * What runs next.
	 * @return the task that is planned first
	 */
	public Runnable firstAction() {
		return first().action;
	}

	@Override
	public Clock getClock() {
		return this;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		if (this.rejecting) {
			throw new TaskRejectedException("shut down");
		}
		Planned future = new Planned(task, startTime);
		this.planned.add(future);
		return future;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		throw new UnsupportedOperationException();
	}

	private Planned first() {
		return this.planned.stream().min(Comparator.comparing((task) -> task.time)).orElse(null);
	}

	private final class Planned implements ScheduledFuture<Object> {

		private final Runnable action;

		private final Instant time;

		private Planned(Runnable action, Instant time) {
			this.action = action;
			this.time = time;
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return ManualScheduler.this.planned.remove(this);
		}

		@Override
		public boolean isCancelled() {
			return !ManualScheduler.this.planned.contains(this);
		}

		@Override
		public boolean isDone() {
			return isCancelled();
		}

		@Override
		public Object get() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Object get(long timeout, TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(Duration.between(ManualScheduler.this.now, this.time));
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

	}

}
