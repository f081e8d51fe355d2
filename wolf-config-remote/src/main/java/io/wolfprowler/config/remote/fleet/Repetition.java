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
package io.wolfprowler.config.remote.fleet;

import java.time.Duration;

import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a task at an interval until it is closed.
 */
final class Repetition implements Subscription {

	private final Scheduler scheduler;

	private final Duration interval;

	private final Runnable task;

	private @Nullable Cancellable next;

	private boolean closed;

	Repetition(Scheduler scheduler, Duration interval, Runnable task) {
		this.scheduler = scheduler;
		this.interval = interval;
		this.task = task;
		runLater();
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.next != null) {
			this.next.cancel();
		}
	}

	private synchronized void runLater() {
		if (!this.closed) {
			this.next = this.scheduler.schedule(this.interval, () -> {
				try {
					this.task.run();
				}
				finally {
					runLater();
				}
			});
		}
	}

}
