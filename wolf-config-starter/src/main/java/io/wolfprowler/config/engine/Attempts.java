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

package io.wolfprowler.config.engine;

import java.util.List;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what came of the last attempts, so that the same refusal is told once.
 */
final class Attempts {

	private volatile ConfigAttempt last;

	private volatile @Nullable ConfigAttempt lastRejection;

	private @Nullable Refusal standing;

	Attempts(ConfigAttempt start) {
		this.last = start;
	}

	ConfigAttempt last() {
		return this.last;
	}

	@Nullable ConfigAttempt lastRejection() {
		return this.lastRejection;
	}

	/** Remember an attempt that did not look at the source. */
	void add(ConfigAttempt attempt) {
		this.last = attempt;
		if (attempt.result().outcome() == Outcome.REJECTED || attempt.result().outcome() == Outcome.VETOED) {
			this.lastRejection = attempt;
		}
	}

	/**
	 * Remember a look at the source.
	 * @return whether this is news: anything but a refusal that stands already, or
	 * content that is in force already
	 */
	synchronized boolean addLook(ConfigAttempt attempt) {
		add(attempt);
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
