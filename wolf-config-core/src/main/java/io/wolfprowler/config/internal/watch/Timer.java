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

/**
 * A task and the time to run it.
 *
 * @param time the time to run the task, on the scheduler's clock, in nanoseconds
 * @param number orders timers of the same time; lower is older
 * @param task the task
 */
record Timer(long time, long number, Runnable task) {

	// Times may overflow, so only their difference can be compared.
	static int compare(Timer one, Timer other) {
		int byTime = Long.signum(one.time - other.time);
		return (byTime != 0) ? byTime : Long.compare(one.number, other.number);
	}

}
