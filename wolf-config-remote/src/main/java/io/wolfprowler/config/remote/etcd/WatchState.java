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
package io.wolfprowler.config.remote.etcd;

import java.util.concurrent.atomic.AtomicLong;

import io.wolfprowler.config.WatchStats;

/**
 * The shared state of the watches of a source.
 */
final class WatchState {

	/** The last read failed, or there was none. */
	static final long NOTHING = -1;

	private final AtomicLong signals = new AtomicLong();

	private final AtomicLong losses = new AtomicLong();

	private volatile boolean streaming;

	private volatile long read = NOTHING;

	/**
	 * Record the result of a read.
	 * @param modRevision the revision of the last change of the key, 0 if it does not
	 * exist, {@link #NOTHING} if unknown
	 */
	void recordRead(long modRevision) {
		this.read = modRevision;
	}

	/** Return whether the last read returned this state of the key. */
	boolean isRead(KeyState found) {
		return found.modRevision() == this.read;
	}

	void countSignal() {
		this.signals.incrementAndGet();
	}

	/** Count revisions that were compacted before anyone observed them. */
	void countLoss() {
		this.losses.incrementAndGet();
	}

	void setStreaming(boolean streaming) {
		this.streaming = streaming;
	}

	boolean isStreaming() {
		return this.streaming;
	}

	WatchStats counts() {
		return new WatchStats(this.signals.get(), this.losses.get());
	}

}
