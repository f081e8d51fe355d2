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

package io.wolfprowler.config.spring.live;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Supplies the scheduler of the application or, if it has none or several, one with a
 * single thread. Chosen on first use.
 */
final class LazyScheduler implements Supplier<TaskScheduler> {

	private final ObjectProvider<TaskScheduler> schedulers;

	private volatile @Nullable TaskScheduler chosen;

	private @Nullable ThreadPoolTaskScheduler own;

	LazyScheduler(ObjectProvider<TaskScheduler> schedulers) {
		this.schedulers = schedulers;
	}

	@Override
	public TaskScheduler get() {
		TaskScheduler scheduler = this.chosen;
		if (scheduler == null) {
			scheduler = this.schedulers.getIfUnique(this::own);
			this.chosen = scheduler;
		}
		return scheduler;
	}

	/** Shut down our own scheduler after the running task. */
	synchronized void shutdown() {
		if (this.own != null) {
			this.own.shutdown();
		}
	}

	private synchronized ThreadPoolTaskScheduler own() {
		if (this.own == null) {
			this.own = oneThread();
		}
		return this.own;
	}

	private static ThreadPoolTaskScheduler oneThread() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix("wolf-config-schedules-");
		scheduler.setDaemon(true);
		scheduler.setRemoveOnCancelPolicy(true);
		scheduler.setWaitForTasksToCompleteOnShutdown(true);
		scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		scheduler.initialize();
		return scheduler;
	}

}
