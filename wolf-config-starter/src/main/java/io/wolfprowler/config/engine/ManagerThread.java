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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The one thread that the callbacks of a manager run on. There is none while there is
 * nothing to do.
 */
final class ManagerThread implements Executor {

	private static final Duration LINGER = Duration.ofSeconds(2);

	private final ThreadPoolExecutor executor;

	private volatile @Nullable Thread thread;

	ManagerThread(String name, @Nullable ClassLoader classLoader) {
		this.executor = new ThreadPoolExecutor(1, 1, LINGER.toMillis(), TimeUnit.MILLISECONDS,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread created = new Thread(task, "wolf-config-" + name);
					created.setDaemon(true);
					created.setContextClassLoader(classLoader);
					this.thread = created;
					return created;
				});
		this.executor.allowCoreThreadTimeOut(true);
	}

	/** Run a task after those before it; drop it when the thread has ended for good. */
	@Override
	public void execute(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
			if (!this.executor.isShutdown()) {
				throw ex;
			}
		}
	}

	boolean isCurrent() {
		return Thread.currentThread() == this.thread;
	}

	boolean isIdle() {
		return this.executor.getActiveCount() == 0 && this.executor.getQueue().isEmpty();
	}

	/** End for good, without what is queued; wait for what runs unless that is us. */
	void end(Duration patience) {
		this.executor.shutdown();
		this.executor.getQueue().clear();
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
