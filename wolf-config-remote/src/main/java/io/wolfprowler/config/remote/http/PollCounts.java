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
package io.wolfprowler.config.remote.http;

import java.util.concurrent.atomic.AtomicLong;

import io.wolfprowler.config.WatchStats;

/**
 * What the watches of a source have counted.
 */
final class PollCounts {

	private final AtomicLong signals = new AtomicLong();

	private volatile boolean longPolling;

	void countSignal() {
		this.signals.incrementAndGet();
	}

	void longPolling(boolean works) {
		this.longPolling = works;
	}

	boolean isLongPolling() {
		return this.longPolling;
	}

	WatchStats counts() {
		return new WatchStats(this.signals.get(), 0);
	}

}
