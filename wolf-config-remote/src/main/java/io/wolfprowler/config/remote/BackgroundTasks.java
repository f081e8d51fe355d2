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
 * Tasks that wait for a server: a timer, which must not wait, begins each on a thread of
 * its own. May be used from any thread.
 */
public final class BackgroundTasks implements AutoCloseable {

	private static final Duration UNTIL_THERE_IS_A_THREAD = Duration.ofSeconds(1);

	private final Scheduler scheduler;

	private final ExecutorService threads;

	private final Map<String, Cancellable> waiting = new HashMap<>();

	private boolean closed;

	/**
	 * Create it without a task.
	 * @param threadName the name of its threads
	 * @param scheduler a timer
	 */
	public BackgroundTasks(String threadName, Scheduler scheduler) {
		this(IdleThreads.named(threadName, BackgroundTasks.class.getClassLoader()), scheduler);
	}

	BackgroundTasks(ExecutorService threads, Scheduler scheduler) {
		this.threads = threads;
		this.scheduler = scheduler;
	}

	/**
	 * Run a task once after a pause, instead of the one of the same name that may still
	 * wait for its time. Does nothing after the end.
	 * @param name the name
	 * @param pause time until it begins
	 * @param task the task, which may block; it is interrupted at the end
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
			// It was closed meanwhile.
		}
		finally {
			if (!begun) {
				run(name, UNTIL_THERE_IS_A_THREAD, task);
			}
		}
	}

}
