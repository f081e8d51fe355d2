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

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import org.jspecify.annotations.Nullable;

/**
 * Why, for whom and since when an attempt is made.
 *
 * @param cause why
 * @param actor for whom, {@code null} if not known
 * @param watch since when
 * @param clock tells the time
 */
public record AttemptContext(Cause cause, @Nullable String actor, Stopwatch watch, Clock clock) {

	public Instant now() {
		return this.clock.instant();
	}

	/** Make the attempt that something came of just now. */
	public ConfigAttempt attempt(String digest, ReloadResult result) {
		return new ConfigAttempt(now(), this.cause, this.actor, digest, result, this.watch.stages());
	}

	/** Count the time since the stage before to a stage that is over. */
	public void over(Problem.Stage stage) {
		this.watch.over(stage);
	}

	public Duration elapsed() {
		return this.watch.elapsed();
	}

}
