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

package io.wolfprowler.config.internal.engine.edit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import io.wolfprowler.config.internal.time.IdleThreads;
import org.jspecify.annotations.Nullable;

/**
 * Runs asynchronous operations, each on a thread of its own. They do not run on the
 * manager's thread, because a callback may wait for one.
 */
public final class AsyncOperations {

	private final ExecutorService executor;

	/**
	 * Create it.
	 * @param name the name of the manager
	 * @param classLoader the context class loader
	 */
	public AsyncOperations(String name, @Nullable ClassLoader classLoader) {
		this.executor = IdleThreads.named("wolf-config-" + name + "-async", classLoader);
	}

	/**
	 * Run an operation.
	 * @param operation the operation
	 * @param <R> the type of its result
	 * @return completes with the result
	 */
	public <R> CompletableFuture<R> call(Supplier<R> operation) {
		try {
			return CompletableFuture.supplyAsync(operation, this.executor);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.failedFuture(new IllegalStateException("The configuration manager is closed"));
		}
		catch (OutOfMemoryError ex) {
			return CompletableFuture.failedFuture(new IllegalStateException("No thread is available", ex));
		}
	}

	/** Let running operations complete, and accept no more. */
	void end() {
		this.executor.shutdown();
	}

}
