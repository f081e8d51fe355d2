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
 * Runs tasks on other threads, and waits for each until its deadline.
 */
public final class DeadlineExecutor {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final Executor threads;

	private final Scheduler scheduler;

	private final Duration limit;

	private final ThreadLocal<Boolean> within = new ThreadLocal<>();

	/**
	 * Create an executor.
	 * @param threads run the tasks
	 * @param scheduler abandons tasks whose deadline has passed
	 * @param limit how long each task may take
	 */
	public DeadlineExecutor(Executor threads, Scheduler scheduler, Duration limit) {
		this.threads = threads;
		this.scheduler = scheduler;
		this.limit = limit;
	}

	/** Return whether the current thread runs one of the tasks. */
	boolean isWithin() {
		return this.within.get() != null;
	}

	/**
	 * Run a task, if there is a thread for it.
	 * @throws Throwable what its code throws, or why it is not run or abandoned
	 */
	<R extends @Nullable Object> R call(DeadlineTask<R> task) throws Throwable {
		Cancellable alarm;
		try {
			alarm = start(task);
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			task.cannotRun();
			throw ex;
		}
		return await(task, alarm);
	}

	/**
	 * Run a task in any case: if there is no thread for it, on the current one, without a
	 * deadline.
	 * @throws Throwable what its code throws, or why it is abandoned
	 */
	<R extends @Nullable Object> R callInAnyCase(DeadlineTask<R> task) throws Throwable {
		Cancellable alarm = () -> {
		};
		try {
			alarm = start(task);
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("No thread is available for a participant; it is called without a time limit", ex);
			run(task);
		}
		return await(task, alarm);
	}

	private Cancellable start(DeadlineTask<?> task) {
		Cancellable alarm = this.scheduler.schedule(this.limit, () -> task.abandon(this.limit));
		try {
			this.threads.execute(AttemptTracing.within(() -> run(task)));
			return alarm;
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			alarm.cancel();
			throw ex;
		}
	}

	private void run(DeadlineTask<?> task) {
		this.within.set(true);
		task.run();
		this.within.remove();
	}

	private static <R extends @Nullable Object> R await(DeadlineTask<R> task, Cancellable alarm) throws Throwable {
		try {
			return task.await();
		}
		finally {
			alarm.cancel();
		}
	}

}
