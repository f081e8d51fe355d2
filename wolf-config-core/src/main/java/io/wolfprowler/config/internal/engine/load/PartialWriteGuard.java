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

package io.wolfprowler.config.internal.engine.load;

import java.time.Duration;
import java.util.List;

import io.wolfprowler.config.PartialWriteStats;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * Defers a content that may be half-written. A content that stays the same for the
 * maximum wait is taken as complete. When only such contents have arrived for several
 * times as long, the newest is validated as it is, so that a writer that never pauses is
 * followed even so.
 */
public final class PartialWriteGuard {

	private static final int MOST_WAITS = 4;

	private final Duration maxWait;

	private @Nullable String digest;

	private long since;

	private boolean over;

	private @Nullable Long doubtfulSince;

	private @Nullable Applied last;

	private long deferred;

	private long complete;

	private long suspected;

	/**
	 * Create a guard.
	 * @param maxWait how long a content that may be half-written is deferred
	 */
	public PartialWriteGuard(Duration maxWait) {
		this.maxWait = maxWait;
	}

	/**
	 * Return how many contents looked half-written.
	 * @return the counts
	 */
	public synchronized PartialWriteStats counts() {
		return new PartialWriteStats(this.deferred, this.complete, this.suspected);
	}

	/** Forget every wait: the content of the source is known to be complete. */
	synchronized void trust() {
		this.digest = null;
		this.doubtfulSince = null;
	}

	/**
	 * Return why a content is deferred, {@code null} if it is not.
	 * @param active the active document
	 * @param content the content
	 * @param document the content as a document, {@code null} if it is not TOML
	 * @param problems why it is not TOML
	 * @param now the time on the manager's monotonic clock
	 */
	synchronized @Nullable String doubt(TomlDocument active, SourceContent content, @Nullable TomlDocument document,
			List<Problem> problems, long now) {
		boolean harmless = document != null && document.values().equals(active.values());
		String doubt = harmless ? null : heuristicDoubt(active, content, document, problems);
		if (doubt == null) {
			trust();
			return null;
		}
		return isYoung(content.digest(), now) ? doubt : null;
	}

	/**
	 * Record a document of the source that has become active without the caller vouching
	 * for it.
	 */
	synchronized void applied(TomlDocument before, TomlDocument document, long now) {
		boolean deferredBefore = document.digest().equals(this.digest);
		trust();
		if (deferredBefore) {
			return;
		}
		Applied previous = this.last;
		if (previous != null && now - previous.since() < this.maxWait.toNanos() && previous.continuedBy(document)) {
			this.suspected++;
		}
		this.last = new Applied(before, document, now);
	}

	private static @Nullable String heuristicDoubt(TomlDocument active, SourceContent content,
			@Nullable TomlDocument document, List<Problem> problems) {
		String doubt = (document != null) ? PartialWriteHeuristics.doubt(active, document)
				: PartialWriteHeuristics.doubt(problems);
		return (doubt != null) ? doubt : PartialWriteHeuristics.doubt(active, content);
	}

	private boolean isYoung(String contentDigest, long now) {
		if (!contentDigest.equals(this.digest)) {
			this.digest = contentDigest;
			this.since = now;
			this.over = false;
			this.deferred++;
			this.doubtfulSince = (this.doubtfulSince != null) ? this.doubtfulSince : Long.valueOf(now);
		}
		if (!this.over && isOver(now)) {
			this.over = true;
			this.doubtfulSince = null;
			this.complete++;
		}
		return !this.over;
	}

	private boolean isOver(long now) {
		Long doubtful = this.doubtfulSince;
		return now - this.since >= this.maxWait.toNanos()
				|| (doubtful != null && now - doubtful >= MOST_WAITS * this.maxWait.toNanos());
	}

	private record Applied(TomlDocument before, TomlDocument document, long since) {

		// The document was the beginning of the next one, followed by the end of the one
		// before: a writer had come to that point.
		boolean continuedBy(TomlDocument next) {
			return this.document.commonStart(next) + this.document.commonEnd(this.before) >= this.document.size();
		}

	}

}
