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

/**
 * Watches a file until it is closed.
 */
public final class Watch implements AutoCloseable {

	private final WatchedFile file;

	private final Debouncer debouncer;

	private final WatchedFiles files;

	Watch(WatchedFile file, Debouncer debouncer, WatchedFiles files) {
		this.file = file;
		this.debouncer = debouncer;
		this.files = files;
	}

	/**
	 * End the watch. May be called from any thread and more than once. This method does
	 * not wait for a signal that is being delivered.
	 */
	@Override
	public void close() {
		this.debouncer.close();
		this.files.remove(this.file);
	}

	/**
	 * Return how changes are detected now. The mode may change at any time.
	 * @return the mode
	 */
	public WatchMode mode() {
		return this.file.mode();
	}

	/**
	 * Return how often a change was signalled.
	 * @return the number of signals, before they are debounced
	 */
	public long signals() {
		return this.file.signals();
	}

	/**
	 * Return how often events were lost.
	 * @return the number of overflows
	 */
	public long overflows() {
		return this.file.overflows();
	}

	@Override
	public String toString() {
		return "Watch of " + this.file;
	}

}
