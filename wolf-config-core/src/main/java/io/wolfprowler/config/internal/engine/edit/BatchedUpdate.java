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
 * One update of a batch. It is made anew whenever something else came in force first, so
 * only the last time counts.
 *
 * @param <T> the type of the configuration
 */
public final class BatchedUpdate<T> {

	private final Function<ActiveState<T>, Candidate<T>> edit;

	private final @Nullable String actor;

	private final CompletableFuture<Boolean> future = new CompletableFuture<>();

	private @Nullable Throwable refusal;

	private boolean changes;

	/**
	 * Create an update.
	 * @param edit makes a candidate from what the updates before have left
	 * @param actor who asks for it, {@code null} if not known
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
	 * @param source what is refused, for the message
	 * @return what it leads to, {@code null} if it is left out
	 */
	@Nullable Candidate<T> on(ActiveState<T> assumed, String source) {
		this.refusal = null;
		this.changes = false;
		try {
			Candidate<T> candidate = this.edit.apply(assumed);
			if (candidate.config() != null) {
				this.changes = !candidate.config().equals(assumed.config());
				return candidate;
			}
			this.refusal = new ConfigRejectedException(source, candidate.problems());
		}
		catch (RuntimeException | Error ex) {
			this.refusal = ex;
		}
		return null;
	}

	/** Tell the caller what came of it, now that the others are in force. */
	void complete() {
		if (this.refusal != null) {
			this.future.completeExceptionally(this.refusal);
		}
		else {
			this.future.complete(this.changes);
		}
	}

	/** Tell the caller that nothing of the batch came about as it should. */
	void fail(Throwable failure) {
		this.future.completeExceptionally((this.refusal != null) ? this.refusal : failure);
	}

}
