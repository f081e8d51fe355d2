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
 * Remembers what came of the last attempts, so that the same refusal is told once.
 */
public final class AttemptHistory {

	private volatile ConfigAttempt last;

	private volatile ConfigAttempt lastLook;

	private volatile ConfigAttempt lastAccepted;

	private volatile @Nullable ConfigAttempt lastRejection;

	private @Nullable Refusal standing;

	public AttemptHistory(ConfigAttempt start) {
		this.last = start;
		this.lastLook = start;
		this.lastAccepted = start;
	}

	public ConfigAttempt last() {
		return this.last;
	}

	public ConfigAttempt lastLook() {
		return this.lastLook;
	}

	/** Return the attempt that put the newest version in force. */
	public ConfigAttempt lastAccepted() {
		return this.lastAccepted;
	}

	public @Nullable ConfigAttempt lastRejection() {
		return this.lastRejection;
	}

	/** Remember an attempt that did not look at the source. */
	public synchronized void add(ConfigAttempt attempt) {
		this.last = attempt;
		switch (attempt.result().outcome()) {
			case REJECTED, VETOED -> this.lastRejection = attempt;
			case APPLIED, DEGRADED -> accepted(attempt);
			default -> {
			}
		}
	}

	// Two of them may be told in another order than they came in force.
	private void accepted(ConfigAttempt attempt) {
		if (attempt.result().version() > this.lastAccepted.result().version()) {
			this.lastAccepted = attempt;
		}
	}

	/**
	 * Remember a look at the source.
	 * @return whether this is news: anything but a refusal that stands already, or
	 * content that is in force already
	 */
	public synchronized boolean addLook(ConfigAttempt attempt) {
		add(attempt);
		this.lastLook = attempt;
		ReloadResult result = attempt.result();
		Refusal refusal = switch (result.outcome()) {
			case APPLIED, DEGRADED, UNCHANGED -> null;
			default -> new Refusal(result.outcome(), attempt.digest(), result.problems());
		};
		boolean news = (refusal != null) ? !refusal.equals(this.standing)
				: result.outcome() != Outcome.UNCHANGED || this.standing != null;
		this.standing = refusal;
		return news;
	}

	private record Refusal(Outcome outcome, String digest, List<Problem> problems) {

	}

}
