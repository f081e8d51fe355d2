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
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.wolfprowler.config.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Makes attempts, each traced, and repeats one until it is no longer superseded. An
 * attempt holds no lock while it prepares a candidate; when another state became active
 * meanwhile, it begins again from that.
 *
 * @param tracing traces the attempts
 * @param ticker monotonic nanoseconds
 * @param clock the time of day
 */
public record AttemptRunner(AttemptTracing tracing, LongSupplier ticker, Clock clock) {

	/**
	 * Make an attempt until it is settled.
	 * @param cause the cause
	 * @param actor the actor, {@code null} if there is none or it is not known
	 * @param attempt one pass of the attempt
	 * @return the outcome
	 */
	public AttemptOutcome.Settled run(Cause cause, @Nullable String actor,
			Function<AttemptContext, AttemptOutcome> attempt) {
		return this.tracing.around(cause, () -> untilSettled(begin(cause, actor), attempt));
	}

	/**
	 * Make one pass of an attempt, which may be superseded.
	 * @param cause the cause
	 * @param actor the actor, {@code null} if there is none or it is not known
	 * @param attempt one pass of the attempt
	 * @return the outcome
	 */
	public AttemptOutcome once(Cause cause, @Nullable String actor, Function<AttemptContext, AttemptOutcome> attempt) {
		return this.tracing.around(cause, () -> attempt.apply(begin(cause, actor)));
	}

	/**
	 * Begin an attempt.
	 * @param cause the cause
	 * @param actor the actor, {@code null} if there is none or it is not known
	 * @return the context of the attempt
	 */
	public AttemptContext begin(Cause cause, @Nullable String actor) {
		return new AttemptContext(cause, actor, Stopwatch.started(this.ticker), this.clock);
	}

	// The only compare-and-set loop of the engine.
	private static AttemptOutcome.Settled untilSettled(AttemptContext context,
			Function<AttemptContext, AttemptOutcome> attempt) {
		while (true) {
			if (attempt.apply(context) instanceof AttemptOutcome.Settled settled) {
				return settled;
			}
		}
	}

}
