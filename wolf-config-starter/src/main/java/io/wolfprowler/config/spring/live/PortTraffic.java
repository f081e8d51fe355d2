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

package io.wolfprowler.config.spring.live;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the requests of one port, and knows whether it drains.
 */
final class PortTraffic {

	private final AtomicInteger running = new AtomicInteger();

	private final AtomicLong finished = new AtomicLong();

	private volatile boolean draining;

	void begin() {
		this.running.incrementAndGet();
	}

	void end() {
		if (this.draining) {
			this.finished.incrementAndGet();
		}
		this.running.decrementAndGet();
	}

	void drain(boolean draining) {
		this.finished.set(0);
		this.draining = draining;
	}

	boolean isDraining() {
		return this.draining;
	}

	int running() {
		return this.running.get();
	}

	long finished() {
		return this.finished.get();
	}

}
