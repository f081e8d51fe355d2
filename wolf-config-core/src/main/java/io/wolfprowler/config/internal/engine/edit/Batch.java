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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigBatch;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.ConfigActor;

/**
 * Gathers updates, and hands them over together.
 *
 * @param <T> the type of the configuration
 */
public final class Batch<T> implements ConfigBatch<T> {

	private final Updater<T> updater;

	private final Scheduler scheduler;

	private final Duration window;

	private final ConfigActor actor;

	private final Consumer<List<BatchedUpdate<T>>> commit;

	private List<BatchedUpdate<T>> waiting = new ArrayList<>();

	private boolean closed;

	/**
	 * Create an empty batch.
	 * @param actor tells who asks
	 * @param commit puts updates in force, on another thread
	 */
	public Batch(Updater<T> updater, Scheduler scheduler, Duration window, ConfigActor actor,
			Consumer<List<BatchedUpdate<T>>> commit) {
		this.updater = updater;
		this.scheduler = scheduler;
		this.window = window;
		this.actor = actor;
		this.commit = commit;
	}

	@Override
	public CompletableFuture<Boolean> update(UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		return add((base) -> this.updater.edited(base, updater));
	}

	@Override
	public CompletableFuture<Boolean> updateValues(Map<String, ?> valuesByKey) {
		Map<String, ?> copy = Collections.unmodifiableMap(new LinkedHashMap<>(valuesByKey));
		return add((base) -> this.updater.withValues(base, copy));
	}

	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		end();
	}

	private CompletableFuture<Boolean> add(Function<ActiveState<T>, Candidate<T>> edit) {
		BatchedUpdate<T> update = new BatchedUpdate<>(edit, this.actor.name());
		add(update);
		return update.future();
	}

	private synchronized void add(BatchedUpdate<T> update) {
		if (this.closed) {
			throw new IllegalStateException("The batch is closed");
		}
		if (this.waiting.isEmpty()) {
			this.scheduler.schedule(this.window, this::end);
		}
		this.waiting.add(update);
	}

	private void end() {
		List<BatchedUpdate<T>> ready;
		synchronized (this) {
			ready = this.waiting;
			this.waiting = new ArrayList<>();
		}
		if (!ready.isEmpty()) {
			this.commit.accept(ready);
		}
	}

}
