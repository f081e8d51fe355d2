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
 * What the watches of a source have come to.
 */
final class WatchState {

	/** Nothing was read, or not with success. */
	static final long NOTHING = -1;

	private final AtomicLong signals = new AtomicLong();

	private final AtomicLong losses = new AtomicLong();

	private volatile boolean streaming;

	private volatile long read = NOTHING;

	/**
	 * Take note of what a reader has got.
	 * @param modRevision the revision of the last change of the key, 0 if it does not
	 * exist, {@link #NOTHING} if that is not known
	 */
	void recordRead(long modRevision) {
		this.read = modRevision;
	}

	/** Return whether what a key holds is what a reader has got last. */
	boolean isRead(KeyState found) {
		return found.modRevision() == this.read;
	}

	void countSignal() {
		this.signals.incrementAndGet();
	}

	/** Revisions that nobody has seen are compacted. */
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
