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
package io.wolfprowler.config.engine;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.wolfprowler.config.watch.Scheduled;
import io.wolfprowler.config.watch.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that may not return on other threads, and waits for each for a limited
 * time.
 */
final class TimedCalls {

	private final Executor threads;

	private final Scheduler scheduler;

	private final Duration limit;

	private final ThreadLocal<Boolean> within = new ThreadLocal<>();

	/**
	 * Create them.
	 * @param threads make the calls
	 * @param scheduler gives up those that don't return
	 * @param limit how long each may take
	 */
	TimedCalls(Executor threads, Scheduler scheduler, Duration limit) {
		this.threads = threads;
		this.scheduler = scheduler;
		this.limit = limit;
	}

	/** Return whether the current thread makes one of the calls. */
	boolean isWithin() {
		return this.within.get() != null;
	}

	/**
	 * Make a call.
	 * @throws Throwable what its code throws, or what lets it not be made or not return
	 */
	<R extends @Nullable Object> R make(TimedCall<R> call) throws Throwable {
		Scheduled alarm = this.scheduler.schedule(this.limit, () -> call.giveUp(this.limit));
		try {
			start(call);
			return call.await();
		}
		finally {
			alarm.cancel();
		}
	}

	private void start(TimedCall<?> call) {
		try {
			this.threads.execute(() -> {
				this.within.set(true);
				call.run();
				this.within.remove();
			});
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			call.cannotRun();
			throw ex;
		}
	}

}
