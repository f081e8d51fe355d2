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

package io.wolfprowler.config.internal.time;

import java.time.Duration;

/**
 * Runs tasks later, one at a time, on a monotonic clock. Tasks are short and never user
 * code.
 */
public interface Scheduler {

	/**
	 * Run a task once, never on the calling thread before this method returns.
	 * @param delay the time to wait; zero or negative means as soon as possible
	 * @param task the task
	 * @return a handle to cancel the task
	 */
	Cancellable schedule(Duration delay, Runnable task);

	/**
	 * Return the time of the clock that delays are measured with. Only differences are
	 * meaningful, as with {@link System#nanoTime()}.
	 * @return nanoseconds
	 */
	long nanoTime();

}
