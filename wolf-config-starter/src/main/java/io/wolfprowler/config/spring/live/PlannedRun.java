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

import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One run that is submitted to a scheduler. May be cancelled before the scheduler has
 * returned its future.
 */
final class PlannedRun implements Runnable {

	private final Consumer<PlannedRun> action;

	private volatile @Nullable ScheduledFuture<?> future;

	private volatile boolean cancelled;

	PlannedRun(Consumer<PlannedRun> action) {
		this.action = action;
	}

	@Override
	public void run() {
		this.action.accept(this);
	}

	void planned(ScheduledFuture<?> future) {
		this.future = future;
		if (this.cancelled) {
			future.cancel(false);
		}
	}

	/** Cancel the run if it has not started; otherwise it continues. */
	void cancel() {
		this.cancelled = true;
		ScheduledFuture<?> known = this.future;
		if (known != null) {
			known.cancel(false);
		}
	}

}
