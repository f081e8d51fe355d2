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

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

import io.wolfprowler.config.Problem;

/**
 * Measures how long an attempt and its stages take. For one thread.
 */
final class Stopwatch {

	private final LongSupplier ticker;

	private final long start;

	private final Map<Problem.Stage, Duration> stages = new EnumMap<>(Problem.Stage.class);

	private long lap;

	private Stopwatch(LongSupplier ticker, long start) {
		this.ticker = ticker;
		this.start = start;
		this.lap = start;
	}

	static Stopwatch started(LongSupplier ticker) {
		return new Stopwatch(ticker, ticker.getAsLong());
	}

	long start() {
		return this.start;
	}

	Duration elapsed() {
		return Duration.ofNanos(this.ticker.getAsLong() - this.start);
	}

	/** Record the time since the previous stage was completed. */
	void completed(Problem.Stage stage) {
		long now = this.ticker.getAsLong();
		this.stages.merge(stage, Duration.ofNanos(now - this.lap), Duration::plus);
		this.lap = now;
	}

	Map<Problem.Stage, Duration> stages() {
		return this.stages;
	}

}
