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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt carries from stage to stage: its cause, its actor, and the time it
 * takes. For one thread.
 */
public final class AttemptContext {

	private final Cause cause;

	private final @Nullable String actor;

	private final Stopwatch stopwatch;

	private final Clock clock;

	AttemptContext(Cause cause, @Nullable String actor, Stopwatch stopwatch, Clock clock) {
		this.cause = cause;
		this.actor = actor;
		this.stopwatch = stopwatch;
		this.clock = clock;
	}

	/**
	 * Return why the attempt is made.
	 * @return the cause
	 */
	public Cause cause() {
		return this.cause;
	}

	/**
	 * Return the present time.
	 * @return the time on the manager's clock
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Return when the attempt began.
	 * @return monotonic nanoseconds
	 */
	public long begin() {
		return this.stopwatch.start();
	}

	/**
	 * Record how long a stage took: the time since the previous stage was completed.
	 * @param stage the stage that is completed
	 */
	public void completed(Problem.Stage stage) {
		this.stopwatch.completed(stage);
	}

	/**
	 * Return how long the attempt has taken so far.
	 * @return the elapsed time
	 */
	public Duration elapsed() {
		return this.stopwatch.elapsed();
	}

	/**
	 * Describe the attempt with its result.
	 * @param digest the digest of the document it was about, empty if there is none
	 * @param result the result
	 * @return the attempt, which ends now
	 */
	public ConfigAttempt attempt(String digest, ReloadResult result) {
		return new ConfigAttempt(now(), this.cause, this.actor, digest, result, this.stopwatch.stages());
	}

	/**
	 * Create the result of an attempt that leaves the active configuration as it is.
	 * @param version the active version
	 * @param outcome the outcome
	 * @param problems the problems, if any
	 * @return the result
	 */
	public ReloadResult unchanged(long version, Outcome outcome, List<Problem> problems) {
		return new ReloadResult(outcome, version, List.of(), problems, Set.of(), elapsed());
	}

}
