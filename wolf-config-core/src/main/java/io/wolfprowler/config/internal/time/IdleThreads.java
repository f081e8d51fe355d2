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

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Creates executors for calls that may block. They have as many threads as calls, and
 * none after a short idle time.
 */
public final class IdleThreads {

	private static final long LINGER_SECONDS = 2;

	private IdleThreads() {
	}

	/**
	 * Create an executor that does not need to be shut down.
	 * @param name the name of its threads
	 * @param classLoader their context class loader
	 * @return the executor; its threads are daemons
	 */
	public static ExecutorService named(String name, @Nullable ClassLoader classLoader) {
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, LINGER_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
				(task) -> {
					Thread thread = new Thread(null, task, name, 0, false);
					thread.setDaemon(true);
					thread.setContextClassLoader(classLoader);
					return thread;
				});
	}

}
