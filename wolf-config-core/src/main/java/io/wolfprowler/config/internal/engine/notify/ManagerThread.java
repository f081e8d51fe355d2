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

package io.wolfprowler.config.internal.engine.notify;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a manager, which runs tasks in order. It exists only while there is
 * something to do.
 */
public final class ManagerThread {

	private static final Duration LINGER = Duration.ofSeconds(2);

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final String name;

	private final ThreadPoolExecutor executor;

	private volatile @Nullable Thread thread;

	/**
	 * Create a thread, which does not start before the first task.
	 * @param name the name, after a prefix that all threads have
	 * @param classLoader the context class loader
	 */
	public ManagerThread(String name, @Nullable ClassLoader classLoader) {
		this((task) -> {
			Thread created = new Thread(null, task, "wolf-config-" + name, 0, false);
			created.setDaemon(true);
			created.setContextClassLoader(classLoader);
			return created;
		}, "wolf-config-" + name);
	}

	ManagerThread(ThreadFactory threads, String name) {
		this.name = name;
		// No core thread: a task is queued before a thread is created, and so is not lost
		// when none is available.
		this.executor = new ThreadPoolExecutor(0, 1, LINGER.toMillis(), TimeUnit.MILLISECONDS,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread created = threads.newThread(task);
					this.thread = created;
					return created;
				});
	}

	/**
	 * Run a task after those before it.
	 * @param task the task
	 * @return whether it will run: not when the thread has ended
	 */
	public boolean offer(Runnable task) {
		try {
			this.executor.execute(task);
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
		catch (OutOfMemoryError ex) {
			logger.error("No thread is available for " + this.name + "; its tasks wait for the next one", ex);
			return this.executor.getQueue().contains(task);
		}
	}

	/** Try to start the thread again, if none was available when a task was offered. */
	public void wake() {
		if (this.executor.getPoolSize() == 0) {
			offer(() -> {
			});
		}
	}

	/**
	 * Return whether this is the current thread.
	 * @return whether it is
	 */
	public boolean isCurrent() {
		return Thread.currentThread() == this.thread;
	}

	/**
	 * Wait for something that happens on this thread, unless this is the current thread.
	 * The wait is bounded: a callback on this thread may wait for the caller.
	 * @param future completes when it has happened
	 * @param patience how long to wait
	 */
	public void await(CompletableFuture<?> future, Duration patience) {
		if (isCurrent()) {
			return;
		}
		try {
			future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.debug("Not waiting for " + this.name + " any longer", ex);
		}
	}

	/**
	 * Wait for the tasks so far, unless this is the current thread.
	 * @param patience how long to wait
	 */
	public void awaitIdle(Duration patience) {
		if (this.executor.getPoolSize() > 0) {
			CompletableFuture<Void> done = new CompletableFuture<>();
			if (offer(() -> done.complete(null))) {
				await(done, patience);
			}
		}
	}

	/**
	 * End after the tasks so far, and wait for that, unless this is the current thread.
	 * @param patience how long to wait
	 */
	public void end(Duration patience) {
		this.executor.shutdown();
		if (isCurrent()) {
			return;
		}
		try {
			this.executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
