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

package io.wolfprowler.config.internal.engine.attempt;

import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ReloadResult;

/**
 * The outcome of one pass of an attempt.
 */
public sealed interface AttemptOutcome permits AttemptOutcome.Settled, AttemptOutcome.Superseded {

	/**
	 * Another state became active during the attempt, so that it has to be made again.
	 */
	record Superseded() implements AttemptOutcome {

	}

	/**
	 * An outcome that ends the attempt.
	 */
	sealed interface Settled extends AttemptOutcome
			permits Committed, Unchanged, Rejected, Vetoed, Deferred, Unavailable {

		/**
		 * Return the attempt.
		 * @return the attempt with its result
		 */
		ConfigAttempt attempt();

		/**
		 * Return when the listeners have been notified.
		 * @return completes when all have been notified, or never had to be
		 */
		CompletableFuture<Void> notified();

		/**
		 * Return the result of the attempt.
		 * @return the result
		 */
		default ReloadResult result() {
			return attempt().result();
		}

		/**
		 * Return whether the attempt was rejected or vetoed.
		 * @return whether the candidate can't become active
		 */
		default boolean isRefused() {
			return this instanceof Rejected || this instanceof Vetoed;
		}

		/**
		 * Return the same outcome with another future.
		 * @param notified completes when the listeners have been notified
		 * @return the outcome
		 */
		default Settled notifying(CompletableFuture<Void> notified) {
			return this;
		}

	}

	/**
	 * A new version is active.
	 *
	 * @param attempt the attempt
	 * @param notified completes when the listeners have been notified
	 */
	record Committed(ConfigAttempt attempt, CompletableFuture<Void> notified) implements Settled {

	}

	/**
	 * The configuration is the same as before.
	 *
	 * @param attempt the attempt
	 */
	record Unchanged(ConfigAttempt attempt) implements Settled {

		@Override
		public CompletableFuture<Void> notified() {
			return done();
		}

	}

	/**
	 * The candidate is not valid.
	 *
	 * @param attempt the attempt
	 * @param notified completes when the observers have been notified
	 */
	record Rejected(ConfigAttempt attempt, CompletableFuture<Void> notified) implements Settled {

		/**
		 * Create an outcome that no observer is notified of.
		 * @param attempt the attempt
		 */
		public Rejected(ConfigAttempt attempt) {
			this(attempt, done());
		}

		@Override
		public Rejected notifying(CompletableFuture<Void> notified) {
			return new Rejected(this.attempt, notified);
		}

	}

	/**
	 * A participant, or the version store, vetoed the candidate.
	 *
	 * @param attempt the attempt
	 * @param notified completes when the observers have been notified
	 */
	record Vetoed(ConfigAttempt attempt, CompletableFuture<Void> notified) implements Settled {

		/**
		 * Create an outcome that no observer is notified of.
		 * @param attempt the attempt
		 */
		public Vetoed(ConfigAttempt attempt) {
			this(attempt, done());
		}

		@Override
		public Vetoed notifying(CompletableFuture<Void> notified) {
			return new Vetoed(this.attempt, notified);
		}

	}

	/**
	 * The document may be half-written, and is not validated yet.
	 *
	 * @param attempt the attempt
	 * @param notified completes when the observers have been notified
	 * @param reason why the document may be half-written
	 */
	record Deferred(ConfigAttempt attempt, CompletableFuture<Void> notified, String reason) implements Settled {

		/**
		 * Create an outcome that no observer is notified of.
		 * @param attempt the attempt
		 * @param reason why the document may be half-written
		 */
		public Deferred(ConfigAttempt attempt, String reason) {
			this(attempt, done(), reason);
		}

		@Override
		public Deferred notifying(CompletableFuture<Void> notified) {
			return new Deferred(this.attempt, notified, this.reason);
		}

	}

	/**
	 * The source is absent or can't be read.
	 *
	 * @param attempt the attempt
	 * @param notified completes when the observers have been notified
	 */
	record Unavailable(ConfigAttempt attempt, CompletableFuture<Void> notified) implements Settled {

		/**
		 * Create an outcome that no observer is notified of.
		 * @param attempt the attempt
		 */
		public Unavailable(ConfigAttempt attempt) {
			this(attempt, done());
		}

		@Override
		public Unavailable notifying(CompletableFuture<Void> notified) {
			return new Unavailable(this.attempt, notified);
		}

	}

	private static CompletableFuture<Void> done() {
		return CompletableFuture.completedFuture(null);
	}

}
