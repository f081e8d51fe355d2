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
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;

/**
 * What came of an operation.
 *
 * @param attempt the attempt with its result
 * @param told completes when everyone has been told
 */
public record AttemptOutcome(ConfigAttempt attempt, CompletableFuture<Void> told) {

	public static AttemptOutcome told(ConfigAttempt attempt) {
		return new AttemptOutcome(attempt, CompletableFuture.completedFuture(null));
	}

	public ReloadResult result() {
		return this.attempt.result();
	}

	public boolean is(Outcome outcome) {
		return result().outcome() == outcome;
	}

	/** Return whether a new version is in force. */
	public boolean isAccepted() {
		return is(Outcome.APPLIED) || is(Outcome.DEGRADED);
	}

}
