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
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigBatch;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.time.Scheduler;

/**
 * Collects updates, and applies those of a window of time together.
 *
 * @param <T> the type of the configuration
 */
public final class Batch<T> implements ConfigBatch<T> {

	private final Updater<T> updater;

	private final Saver<T> saver;

	private final OperationGate gate;

	private final Scheduler scheduler;

	private final Duration window;

	private List<BatchedUpdate<T>> waiting = new ArrayList<>();

	private boolean closed;

	/**
	 * Create an empty batch.
	 * @param updater applies the updates
	 * @param saver writes them to the source
	 * @param gate makes the call
	 * @param scheduler knows when the window ends
	 * @param window how long updates are collected
	 */
	public Batch(Updater<T> updater, Saver<T> saver, OperationGate gate, Scheduler scheduler, Duration window) {
		this.updater = updater;
		this.saver = saver;
		this.gate = gate;
		this.scheduler = scheduler;
		this.window = window;
	}

	@Override
	public CompletableFuture<Boolean> update(UnaryOperator<T> update) {
		Objects.requireNonNull(update, "updater");
		return add((base) -> this.updater.editor().update(base, update));
	}

	@Override
	public CompletableFuture<Boolean> updateValues(Map<String, ?> valuesByKey) {
		Map<String, ?> copy = Collections.unmodifiableMap(new LinkedHashMap<>(valuesByKey));
		return add((base) -> this.updater.editor().update(base, copy));
	}

	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		apply();
	}

	private CompletableFuture<Boolean> add(Function<ActiveState<T>, Candidate<T>> edit) {
		BatchedUpdate<T> update = new BatchedUpdate<>(edit, this.gate.caller());
		add(update);
		return update.future();
	}

	private synchronized void add(BatchedUpdate<T> update) {
		if (this.closed) {
			throw new IllegalStateException("The batch is closed");
		}
		if (this.waiting.isEmpty()) {
			this.scheduler.schedule(this.window, this::apply);
		}
		this.waiting.add(update);
	}

	private void apply() {
		List<BatchedUpdate<T>> ready;
		synchronized (this) {
			ready = this.waiting;
			this.waiting = new ArrayList<>();
		}
		if (!ready.isEmpty()) {
			new BatchCommit<>(ready, this.gate).runAsync(this.updater, this.saver);
		}
	}

}
