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

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.spi.ConfigActor;
import org.jspecify.annotations.Nullable;

/**
 * What all operations have in common that somebody calls: whether they may, on whose
 * behalf, and how long they wait for those who are told.
 *
 * @param name the name of the manager
 * @param path what is refused is named after it
 * @param patience how long to wait for callbacks
 * @param commitPoint knows whether the manager is open, and who takes part in a change
 * @param thread tells the callbacks
 * @param asyncCalls make those calls that nobody waits for
 * @param actor finds out who calls
 */
public record OperationGate(String name, Path path, Duration patience, ActiveConfig<?> commitPoint,
		ManagerThread thread, AsyncOperations asyncCalls, ConfigActor actor) {

	/** Return who calls, {@code null} if that is not known. */
	public @Nullable String caller() {
		return this.actor.name();
	}

	/**
	 * Check that the caller may change something.
	 * @throws IllegalStateException when the manager is closed, or the caller takes part
	 * in a change that would wait for it
	 */
	public void check() {
		this.commitPoint.checkOpen();
		if (isTakingPart()) {
			throw new IllegalStateException("A participant of '" + this.name
					+ "' can't change its configuration while it takes part in a change; do it later, or in a callback");
		}
	}

	boolean isTakingPart() {
		return this.commitPoint.participants().isTakingPart();
	}

	/** Make a call and wait for its callbacks. */
	public ReloadResult make(Supplier<AttemptOutcome> operation) {
		check();
		return settled(operation.get());
	}

	/**
	 * Make a call on another thread. A callback may wait for the future, so the future
	 * does not wait for the callback.
	 */
	public CompletableFuture<ReloadResult> makeAsync(Supplier<AttemptOutcome> operation) {
		boolean reentrant = this.thread.isCurrent();
		return this.asyncCalls.call(() -> {
			check();
			return reentrant ? operation.get().result() : settled(operation.get());
		});
	}

	/**
	 * Return whether an update has changed anything.
	 * @throws ConfigRejectedException when it was refused
	 */
	public boolean changed(ReloadResult result) {
		if (result.outcome() == Outcome.REJECTED || result.outcome() == Outcome.VETOED) {
			throw new ConfigRejectedException(this.path.toString(), result.problems());
		}
		return result.outcome() != Outcome.UNCHANGED;
	}

	/** Wait for what the callbacks' thread has been given so far. */
	public void awaitIdle() {
		awaitIdle(this.patience);
	}

	/** Wait for what the callbacks' thread has been given so far, at most for a time. */
	public void awaitIdle(Duration atMost) {
		if (!isTakingPart()) {
			this.thread.awaitIdle(atMost);
		}
	}

	/**
	 * End the calls and callbacks, after those that are under way. What comes of a change
	 * that the caller takes part in is yet to be told.
	 */
	public void end() {
		this.asyncCalls.end();
		if (!isTakingPart()) {
			this.thread.end(this.patience);
		}
	}

	private ReloadResult settled(AttemptOutcome decision) {
		this.thread.await(decision.told(), this.patience);
		return decision.result();
	}

}
