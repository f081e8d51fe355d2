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
 * Runs calls that nobody wants to wait for, each on a thread of its own while it lasts.
 * Not on the thread of the callbacks: a callback may wait for such a call.
 */
public final class AsyncOperations {

	private final ExecutorService executor;

	public AsyncOperations(String name, @Nullable ClassLoader classLoader) {
		this.executor = IdleThreads.named("wolf-config-" + name + "-async", classLoader);
	}

	public <R> CompletableFuture<R> call(Supplier<R> operation) {
		try {
			return CompletableFuture.supplyAsync(operation, this.executor);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.failedFuture(new IllegalStateException("The configuration manager is closed"));
		}
		catch (OutOfMemoryError ex) {
			return CompletableFuture.failedFuture(new IllegalStateException("No thread is to be had", ex));
		}
	}

	/** Let calls that run come to their end, and take no more. */
	public void end() {
		this.executor.shutdown();
	}

}
