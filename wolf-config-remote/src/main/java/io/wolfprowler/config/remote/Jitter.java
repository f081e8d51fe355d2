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
package io.wolfprowler.config.remote;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Random pauses, so that the nodes of a fleet do not call at the same time.
 *
 * @param random the source of randomness
 */
public record Jitter(RandomGenerator random) {

	private static final double SHARE = 0.2;

	/**
	 * Check the component.
	 */
	public Jitter {
		Objects.requireNonNull(random, "random");
	}

	/**
	 * Return a random pause around a given one.
	 * @param pause the given pause
	 * @return between 80 % and 120 % of it
	 */
	public Duration around(Duration pause) {
		double factor = 1 + SHARE * (2 * this.random.nextDouble() - 1);
		return Duration.ofNanos((long) (pause.toNanos() * factor));
	}

	/**
	 * Return a random pause after consecutive failures. Its upper bound doubles with each
	 * failure.
	 * @param failures the number of failures, from 1
	 * @param shortest the upper bound after the first failure
	 * @param longest the largest upper bound
	 * @return the pause, at least half of {@code shortest}
	 */
	public Duration after(int failures, Duration shortest, Duration longest) {
		int doublings = Math.min(Math.max(failures, 1) - 1, 30);
		long bound = Math.min(longest.toNanos(), shortest.toNanos() << doublings);
		if (bound <= 0) {
			bound = longest.toNanos();
		}
		long least = shortest.toNanos() / 2;
		return Duration.ofNanos(least + (long) ((bound - least) * this.random.nextDouble()));
	}

}
