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
package io.wolfprowler.config.remote;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.IdleThreads;
import io.wolfprowler.config.internal.time.Scheduler;

/**
 * Delayed tasks that may block. The scheduler, which must not block, starts each of them
 * on a thread of a pool. Thread-safe.
 */
public final class BackgroundTasks implements AutoCloseable {

	private static final Duration UNTIL_THERE_IS_A_THREAD = Duration.ofSeconds(1);

	private final Scheduler scheduler;

	private final ExecutorService threads;

	private final Map<String, Cancellable> waiting = new HashMap<>();

	private boolean closed;

	/**
	 * Create an instance without tasks.
	 * @param threadName the name of the threads that run the tasks
	 * @param scheduler times the tasks
	 */
	public BackgroundTasks(String threadName, Scheduler scheduler) {
		this(IdleThreads.named(threadName, BackgroundTasks.class.getClassLoader()), scheduler);
	}

	BackgroundTasks(ExecutorService threads, Scheduler scheduler) {
		this.threads = threads;
		this.scheduler = scheduler;
	}

	/**
	 * Run a task once, after a delay. It replaces a task of the same name that has not
	 * started yet. Does nothing after {@link #close()}.
	 * @param name the name of the task
	 * @param pause the delay
	 * @param task the task, which may block; it is interrupted when this is closed
	 */
	public synchronized void run(String name, Duration pause, Runnable task) {
		if (this.closed) {
			return;
		}
		Cancellable before = this.waiting.put(name, this.scheduler.schedule(pause, () -> begin(name, task)));
		if (before != null) {
			before.cancel();
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.waiting.values().forEach(Cancellable::cancel);
		this.threads.shutdownNow();
	}

	private void begin(String name, Runnable task) {
		boolean begun = false;
		try {
			this.threads.execute(task);
			begun = true;
		}
		catch (RejectedExecutionException ex) {
			// Closed in the meantime.
		}
		finally {
			if (!begun) {
				run(name, UNTIL_THERE_IS_A_THREAD, task);
			}
		}
	}

}
