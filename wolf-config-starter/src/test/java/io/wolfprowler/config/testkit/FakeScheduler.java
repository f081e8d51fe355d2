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

package io.wolfprowler.config.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.wolfprowler.config.watch.Scheduled;
import io.wolfprowler.config.watch.Scheduler;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose time moves only when told to. Tasks run on the thread that calls
 * {@link #advance(Duration)}, each at its own time. Its clock starts a second before
 * {@link Long#MAX_VALUE}, so that every test crosses the point where it wraps.
 */
@NullMarked
public final class FakeScheduler implements Scheduler {

	private final List<Task> tasks = new ArrayList<>();

	private long count;

	private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

	@Override
	public synchronized Scheduled schedule(Duration delay, Runnable action) {
		Task task = new Task(this.now + Math.max(0, delay.toNanos()), this.count++, action);
		this.tasks.add(task);
		return () -> cancel(task);
	}

	@Override
	public synchronized long nanoTime() {
		return this.now;
	}

	/**
	 * Moves time on and runs what falls due, in order of time, then of scheduling.
	 * @param duration how far; zero runs only what is due at present
	 */
	public void advance(Duration duration) {
		long end = nanoTime() + duration.toNanos();
		for (Task task = takeDue(end); task != null; task = takeDue(end)) {
			task.action().run();
		}
		moveTo(end);
	}

	/**
	 * Whether a task that another thread has scheduled meanwhile is due.
	 * @return whether to advance by nothing
	 */
	public synchronized boolean isDue() {
		return this.tasks.stream().anyMatch((task) -> task.time() - this.now <= 0);
	}

	/**
	 * How many tasks wait.
	 * @return the number of tasks neither run nor cancelled
	 */
	public synchronized int pending() {
		return this.tasks.size();
	}

	private synchronized @Nullable Task takeDue(long end) {
		Task first = this.tasks.stream().min(Comparator.comparingLong((task) -> task.time() - end)).orElse(null);
		if (first == null || first.time() - end > 0) {
			return null;
		}
		cancel(first);
		moveTo(first.time());
		return first;
	}

	private synchronized void moveTo(long time) {
		this.now = (time - this.now > 0) ? time : this.now;
	}

	private synchronized void cancel(Task cancelled) {
		this.tasks.remove(cancelled);
	}

	private record Task(long time, long number, Runnable action) {

	}

}
