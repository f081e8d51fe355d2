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

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how long an attempt takes.
 *
 * @param ticker monotonic nanoseconds
 * @param start when the attempt began
 */
record Stopwatch(LongSupplier ticker, long start) {

	static Stopwatch started(LongSupplier ticker) {
		return new Stopwatch(ticker, ticker.getAsLong());
	}

	Duration elapsed() {
		return Duration.ofNanos(this.ticker.getAsLong() - this.start);
	}

}
