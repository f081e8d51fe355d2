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

import java.util.List;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the newest attempts, so that the same rejection is reported once.
 */
public final class AttemptHistory {

	private volatile ConfigAttempt last;

	private volatile ConfigAttempt lastReload;

	private volatile ConfigAttempt lastAccepted;

	private volatile @Nullable ConfigAttempt lastRejection;

	private @Nullable Failure reported;

	/**
	 * Create a history.
	 * @param start the attempt that made the first version active
	 */
	public AttemptHistory(ConfigAttempt start) {
		this.last = start;
		this.lastReload = start;
		this.lastAccepted = start;
	}

	/**
	 * Return the newest attempt.
	 * @return the attempt
	 */
	public ConfigAttempt last() {
		return this.last;
	}

	/**
	 * Return the newest attempt that read the source.
	 * @return the attempt
	 */
	public ConfigAttempt lastReload() {
		return this.lastReload;
	}

	/**
	 * Return the attempt that made the newest version active.
	 * @return the attempt
	 */
	public ConfigAttempt lastAccepted() {
		return this.lastAccepted;
	}

	/**
	 * Return the newest attempt that was rejected or vetoed.
	 * @return the attempt, {@code null} if there was none
	 */
	public @Nullable ConfigAttempt lastRejection() {
		return this.lastRejection;
	}

	/**
	 * Remember an attempt that did not read the source.
	 * @param attempt the attempt
	 */
	public synchronized void add(ConfigAttempt attempt) {
		this.last = attempt;
		switch (attempt.result().outcome()) {
			case REJECTED, VETOED -> this.lastRejection = attempt;
			case APPLIED, DEGRADED -> accepted(attempt);
			default -> {
			}
		}
	}

	// Two attempts may be added in another order than their versions became active.
	private void accepted(ConfigAttempt attempt) {
		if (attempt.result().version() > this.lastAccepted.result().version()) {
			this.lastAccepted = attempt;
		}
	}

	/**
	 * Remember an attempt that read the source.
	 * @param attempt the attempt
	 * @return whether there is something to report: not if the same failure was reported
	 * before, and not if the active document was found again
	 */
	public synchronized boolean addReload(ConfigAttempt attempt) {
		add(attempt);
		this.lastReload = attempt;
		ReloadResult result = attempt.result();
		Failure failure = switch (result.outcome()) {
			case APPLIED, DEGRADED, UNCHANGED -> null;
			default -> new Failure(result.outcome(), attempt.digest(), result.problems());
		};
		boolean news = (failure != null) ? !failure.equals(this.reported)
				: result.outcome() != Outcome.UNCHANGED || this.reported != null;
		this.reported = failure;
		return news;
	}

	private record Failure(Outcome outcome, String digest, List<Problem> problems) {

	}

}
