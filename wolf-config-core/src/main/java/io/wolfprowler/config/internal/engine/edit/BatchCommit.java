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

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the updates of a batch as one version, and writes it to the source.
 *
 * @param updates the updates, in order
 * @param gate makes the call
 * @param <T> the type of the configuration
 */
record BatchCommit<T>(List<BatchedUpdate<T>> updates, OperationGate gate) {

	/** Apply and save the updates on another thread. */
	void runAsync(Updater<T> updater, Saver<T> saver) {
		this.gate.async().call(() -> {
			run(updater, saver);
			return true;
		}).exceptionally((failure) -> {
			this.updates.forEach((update) -> update.fail(failure));
			return false;
		});
	}

	private void run(Updater<T> updater, Saver<T> saver) {
		try {
			if (this.gate.isChanged(this.gate.call(() -> updater.apply(this::candidate, Cause.UPDATE, actor())))) {
				saver.save(actor());
			}
			this.updates.forEach(BatchedUpdate::complete);
		}
		catch (RuntimeException | Error ex) {
			this.updates.forEach((update) -> update.fail(ex));
		}
	}

	private Candidate<T> candidate(ActiveState<T> base) {
		ActiveState<T> assumed = base;
		Candidate<T> candidate = Candidate.unchanged(base);
		for (BatchedUpdate<T> update : this.updates) {
			Candidate<T> next = update.on(assumed, this.gate.path().toString());
			if (next != null) {
				candidate = next;
				assumed = assumed.assuming(next);
			}
		}
		return candidate;
	}

	private @Nullable String actor() {
		String actors = this.updates.stream()
			.map(BatchedUpdate::actor)
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.joining(", "));
		return actors.isEmpty() ? null : actors;
	}

}
