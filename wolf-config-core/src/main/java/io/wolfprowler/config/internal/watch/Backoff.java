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

package io.wolfprowler.config.internal.watch;

import java.util.concurrent.TimeUnit;

/**
 * The pause after a failure: one second, doubled after each further failure, up to about
 * a minute. Thread-safe.
 */
final class Backoff {

	private static final long FIRST = TimeUnit.SECONDS.toNanos(1);

	private static final long LONGEST = 64 * FIRST;

	private long pause;

	private long end;

	synchronized void failed(long now) {
		this.pause = (this.pause != 0) ? Math.min(2 * this.pause, LONGEST) : FIRST;
		this.end = now + this.pause;
	}

	synchronized void succeeded() {
		this.pause = 0;
	}

	synchronized boolean isPausing(long now) {
		return this.pause != 0 && this.end - now > 0;
	}

}
