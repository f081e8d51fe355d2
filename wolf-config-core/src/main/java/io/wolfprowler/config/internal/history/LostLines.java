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

package io.wolfprowler.config.internal.history;

/**
 * Counts the lines that are missing in a file and not reported in it. Thread-safe.
 */
final class LostLines {

	private long count;

	private long unsynced;

	synchronized long count() {
		return this.count;
	}

	synchronized void add(long lines) {
		this.count += lines;
	}

	/**
	 * A line was written that reports the missing lines before it. It may not be on the
	 * disk yet.
	 * @param more how many more lines are missing before it
	 */
	synchronized void written(long more) {
		this.unsynced += this.count + more + 1;
		this.count = 0;
	}

	/** All written lines are on the disk. */
	synchronized void synced() {
		this.unsynced = 0;
	}

	/**
	 * Syncing failed, so the written lines may never reach the disk and are counted as
	 * missing.
	 */
	synchronized void syncFailed() {
		this.count += this.unsynced;
		this.unsynced = 0;
	}

}
