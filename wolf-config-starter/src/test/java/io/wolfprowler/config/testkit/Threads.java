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

package io.wolfprowler.config.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullMarked;

/**
 * Threads that a test starts, and what they throw.
 */
@NullMarked
public final class Threads {

	private final List<CompletableFuture<Void>> running = new ArrayList<>();

	/**
	 * Starts threads that do the same.
	 * @param count how many
	 * @param task what each of them does
	 * @return these threads
	 */
	public Threads start(int count, Runnable task) {
		for (int i = 0; i < count; i++) {
			this.running.add(CompletableFuture.runAsync(task, (run) -> {
				Thread thread = new Thread(run, "test-thread");
				thread.setDaemon(true);
				thread.start();
			}));
		}
		return this;
	}

	/**
	 * Waits for all threads to end, and throws what the first of them has thrown.
	 */
	public void join() {
		CompletableFuture.allOf(this.running.toArray(CompletableFuture[]::new)).orTimeout(2, TimeUnit.MINUTES).join();
	}

}
