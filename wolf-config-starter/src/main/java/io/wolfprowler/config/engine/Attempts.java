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

import java.time.Clock;
import java.util.List;

import io.wolfprowler.config.ConfigStatus.Attempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what came of the last attempts, so that the same refusal is told once.
 */
final class Attempts {

	private final Clock clock;

	private volatile Attempt last;

	private volatile @Nullable Attempt lastRejection;

	private @Nullable Refusal standing;

	Attempts(Clock clock, ReloadResult start) {
		this.clock = clock;
		this.last = new Attempt(clock.instant(), start);
	}

	Attempt last() {
		return this.last;
	}

	@Nullable Attempt lastRejection() {
		return this.lastRejection;
	}

	/** Remember an attempt that did not look at the source. */
	void add(ReloadResult result) {
		Attempt attempt = new Attempt(this.clock.instant(), result);
		this.last = attempt;
		if (result.outcome() == Outcome.REJECTED) {
			this.lastRejection = attempt;
		}
	}

	/**
	 * Remember a look at the source.
	 * @return whether this is news: anything but a refusal that stands already, or
	 * content that is in force already
	 */
	synchronized boolean addLook(ReloadResult result, String digest) {
		add(result);
		boolean fine = result.outcome() == Outcome.APPLIED || result.outcome() == Outcome.UNCHANGED;
		Refusal refusal = fine ? null : new Refusal(result.outcome(), digest, result.problems());
		boolean news = (refusal != null) ? !refusal.equals(this.standing)
				: result.outcome() == Outcome.APPLIED || this.standing != null;
		this.standing = refusal;
		return news;
	}

	private record Refusal(Outcome outcome, String digest, List<Problem> problems) {

	}

}
