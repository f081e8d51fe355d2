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

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * The lines that are not written yet, up to a maximum length. Thread-safe.
 */
final class LineQueue {

	/** In characters. */
	private final long maxLength;

	private final Deque<Entry> lines = new ArrayDeque<>();

	private long length;

	private long dropped;

	LineQueue(long maxLength) {
		this.maxLength = maxLength;
	}

	/**
	 * Add a line, or drop it if the queue is full.
	 * @return whether this is the first line to be dropped since the last one was added
	 */
	synchronized boolean add(AuditLine line) {
		if (!this.lines.isEmpty() && this.length + line.length() > this.maxLength) {
			return this.dropped++ == 0;
		}
		this.lines.add(new Entry(line, this.dropped));
		this.length += line.length();
		this.dropped = 0;
		return false;
	}

	/** Return the oldest entry, {@code null} if the queue is empty. */
	synchronized @Nullable Entry head() {
		return this.lines.peek();
	}

	/** Remove the oldest entry. */
	synchronized void removeHead() {
		this.length -= this.lines.remove().line().length();
	}

	/**
	 * Return how many lines are not in the file: those that wait, and those dropped after
	 * them.
	 */
	synchronized long count() {
		return this.lines.size() + this.dropped;
	}

	/**
	 * A line in the queue.
	 *
	 * @param line the line
	 * @param lostBefore how many lines were dropped between the previous entry and this
	 * one
	 */
	record Entry(AuditLine line, long lostBefore) {

	}

}
