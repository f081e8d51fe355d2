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
package io.wolfprowler.config.internal.engine.apply;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.internal.engine.attempt.AttemptTracing;
import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that may not return on other threads, and waits for each for a limited
 * time.
 */
public final class DeadlineExecutor {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

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
	public DeadlineExecutor(Executor threads, Scheduler scheduler, Duration limit) {
		this.threads = threads;
		this.scheduler = scheduler;
		this.limit = limit;
	}

	/** Return whether the current thread makes one of the calls. */
	boolean isWithin() {
		return this.within.get() != null;
	}

	/**
	 * Make a call, if there is a thread for it.
	 * @throws Throwable what its code throws, or why it is not made or given up
	 */
	public <R extends @Nullable Object> R make(DeadlineTask<R> call) throws Throwable {
		Cancellable alarm;
		try {
			alarm = start(call);
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			call.cannotRun();
			throw ex;
		}
		return await(call, alarm);
	}

	/**
	 * Make a call in any case: where there is no thread for it, on this one, for as long
	 * as it takes.
	 * @throws Throwable what its code throws, or why it is given up
	 */
	<R extends @Nullable Object> R makeSurely(DeadlineTask<R> call) throws Throwable {
		Cancellable alarm = () -> {
		};
		try {
			alarm = start(call);
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("No thread is to be had for a participant; it is called without a time limit", ex);
			run(call);
		}
		return await(call, alarm);
	}

	private Cancellable start(DeadlineTask<?> call) {
		Cancellable alarm = this.scheduler.schedule(this.limit, () -> call.giveUp(this.limit));
		try {
			this.threads.execute(AttemptTracing.within(() -> run(call)));
			return alarm;
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			alarm.cancel();
			throw ex;
		}
	}

	private void run(DeadlineTask<?> call) {
		this.within.set(true);
		call.run();
		this.within.remove();
	}

	private static <R extends @Nullable Object> R await(DeadlineTask<R> call, Cancellable alarm) throws Throwable {
		try {
			return call.await();
		}
		finally {
			alarm.cancel();
		}
	}

}
