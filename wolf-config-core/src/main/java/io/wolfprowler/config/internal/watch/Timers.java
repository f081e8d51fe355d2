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

import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * The pending timers, earliest first. Thread-safe.
 */
final class Timers {

	private final PriorityQueue<Timer> queue = new PriorityQueue<>(Timer::compare);

	private long count;

	synchronized Timer add(long time, Runnable task) {
		Timer timer = new Timer(time, this.count++, task);
		this.queue.add(timer);
		return timer;
	}

	synchronized void remove(Timer timer) {
		this.queue.remove(timer);
	}

	synchronized boolean isEmpty() {
		return this.queue.isEmpty();
	}

	synchronized boolean isFirst(Timer timer) {
		Timer first = this.queue.peek();
		return first != null && first.number() == timer.number();
	}

	/**
	 * Return how long to wait for the first timer.
	 * @param now the present time
	 * @return nanoseconds, never negative; zero if there is no timer
	 */
	synchronized long untilFirst(long now) {
		Timer first = this.queue.peek();
		return (first != null) ? Math.max(0, first.time() - now) : 0;
	}

	synchronized @Nullable Timer pollDue(long now) {
		Timer first = this.queue.peek();
		return (first != null && first.time() - now <= 0) ? this.queue.poll() : null;
	}

}
