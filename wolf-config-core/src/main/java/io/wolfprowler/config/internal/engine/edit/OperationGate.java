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
import io.wolfprowler.config.internal.engine.apply.Participants;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.spi.ConfigActor;
import org.jspecify.annotations.Nullable;

/**
 * What all operations of a manager have in common: whether they are allowed, who the
 * actor is, and how long they wait for listeners.
 *
 * @param name the name of the manager
 * @param path the path of the configuration, for messages
 * @param patience how long to wait for listeners
 * @param active knows whether the manager is open
 * @param participants know whether the caller is one of them
 * @param thread notifies the listeners
 * @param async runs asynchronous operations
 * @param actor knows the actor
 */
public record OperationGate(String name, Path path, Duration patience, ActiveConfig<?> active,
		Participants<?> participants, ManagerThread thread, AsyncOperations async, ConfigActor actor) {

	/**
	 * Return who calls.
	 * @return the actor, {@code null} if it is not known
	 */
	public @Nullable String caller() {
		return this.actor.name();
	}

	/**
	 * Check that the caller may change the configuration.
	 * @throws IllegalStateException when the manager is closed, or the caller takes part
	 * in a change that would wait for it
	 */
	public void check() {
		this.active.checkOpen();
		if (this.participants.isTakingPart()) {
			throw new IllegalStateException("A participant of '" + this.name
					+ "' can't change its configuration while it takes part in a change; do it later, or in a callback");
		}
	}

	/**
	 * Call an operation, and wait for the listeners.
	 * @param operation the operation
	 * @return its result
	 */
	public ReloadResult call(Supplier<AttemptOutcome.Settled> operation) {
		check();
		return awaitListeners(operation.get());
	}

	/**
	 * Call an operation on another thread. A callback may wait for the future, so an
	 * operation that a callback asks for does not wait for the listeners.
	 * @param operation the operation
	 * @return completes with its result
	 */
	public CompletableFuture<ReloadResult> callAsync(Supplier<AttemptOutcome.Settled> operation) {
		boolean reentrant = this.thread.isCurrent();
		return this.async.call(() -> {
			check();
			return reentrant ? operation.get().result() : awaitListeners(operation.get());
		});
	}

	/**
	 * Return whether an update has changed the configuration.
	 * @param result the result of the update
	 * @return whether a new version is active
	 * @throws ConfigRejectedException when the update was rejected or vetoed
	 */
	public boolean isChanged(ReloadResult result) {
		if (result.outcome() == Outcome.REJECTED || result.outcome() == Outcome.VETOED) {
			throw new ConfigRejectedException(this.path.toString(), result.problems());
		}
		return result.outcome() != Outcome.UNCHANGED;
	}

	/** Wait for what the manager's thread has been given so far. */
	public void awaitIdle() {
		awaitIdle(this.patience);
	}

	/**
	 * Wait for what the manager's thread has been given so far.
	 * @param atMost how long to wait
	 */
	public void awaitIdle(Duration atMost) {
		if (!this.participants.isTakingPart()) {
			this.thread.awaitIdle(atMost);
		}
	}

	/**
	 * End the operations and the notifications after those that are running. When the
	 * caller takes part in a change, its listeners are still to be notified.
	 */
	public void end() {
		this.async.end();
		if (!this.participants.isTakingPart()) {
			this.thread.end(this.patience);
		}
	}

	private ReloadResult awaitListeners(AttemptOutcome.Settled outcome) {
		this.thread.await(outcome.notified(), this.patience);
		return outcome.result();
	}

}
