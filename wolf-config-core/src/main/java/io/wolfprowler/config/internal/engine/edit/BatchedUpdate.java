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
import java.util.function.Function;

import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * One update of a batch. It is made again whenever another state became active first;
 * only the last time counts.
 *
 * @param <T> the type of the configuration
 */
final class BatchedUpdate<T> {

	private final Function<ActiveState<T>, Candidate<T>> edit;

	private final @Nullable String actor;

	private final CompletableFuture<Boolean> future = new CompletableFuture<>();

	private @Nullable Throwable rejection;

	private boolean changes;

	/**
	 * Create an update.
	 * @param edit makes a candidate of the state that the updates before have led to
	 * @param actor the actor, {@code null} if it is not known
	 */
	BatchedUpdate(Function<ActiveState<T>, Candidate<T>> edit, @Nullable String actor) {
		this.edit = edit;
		this.actor = actor;
	}

	@Nullable String actor() {
		return this.actor;
	}

	CompletableFuture<Boolean> future() {
		return this.future;
	}

	/**
	 * Make the update.
	 * @param source the source, for the message of a rejection
	 * @return a valid candidate, {@code null} if the update is rejected and left out
	 */
	@Nullable Candidate<T> on(ActiveState<T> assumed, String source) {
		this.rejection = null;
		this.changes = false;
		try {
			Candidate<T> candidate = this.edit.apply(assumed);
			if (candidate.config() != null) {
				this.changes = !candidate.config().equals(assumed.config());
				return candidate;
			}
			this.rejection = new ConfigRejectedException(source, candidate.problems());
		}
		catch (RuntimeException | Error ex) {
			this.rejection = ex;
		}
		return null;
	}

	/** Complete the future, now that the batch is active. */
	void complete() {
		if (this.rejection != null) {
			this.future.completeExceptionally(this.rejection);
		}
		else {
			this.future.complete(this.changes);
		}
	}

	/** Complete the future of an update whose batch has failed. */
	void fail(Throwable failure) {
		this.future.completeExceptionally((this.rejection != null) ? this.rejection : failure);
	}

}
