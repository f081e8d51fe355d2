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

package io.wolfprowler.config.internal.engine.load;

import java.time.Duration;

/**
 * How long to wait before a source without a complete content is read again: 10 ms at
 * first, because its writer is most likely in the middle, then twice as long each time,
 * up to the quiet period. The source is read at the latest when the maximum wait since
 * the signal is over, and then once in each maximum wait.
 *
 * @param quiet the quiet period
 * @param maxWait the maximum wait
 */
public record RetryBackoff(Duration quiet, Duration maxWait) {

	private static final Duration SHORTEST = Duration.ofMillis(10);

	private static final int MOST_DOUBLINGS = 16;

	/**
	 * Return the next pause.
	 * @param count the number of pauses since the signal
	 * @param waited the time since the reload that was signalled
	 */
	Duration next(int count, Duration waited) {
		Duration left = this.maxWait.minus(waited);
		if (left.isZero() || left.isNegative()) {
			return longer(SHORTEST, this.maxWait);
		}
		// A content that looks half-written is taken as complete when the maximum wait is
		// over, so that reload has to be on time.
		return shorter(left, shorter(longer(SHORTEST, this.quiet), doubled(count)));
	}

	private static Duration doubled(int count) {
		return SHORTEST.multipliedBy(1L << Math.min(count, MOST_DOUBLINGS));
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
