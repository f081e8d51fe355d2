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
 * Holds back a content that may be half-written. One that stays the same for long enough
 * was meant so, and when nothing but such contents have come for several times as long,
 * the newest is judged as it is: a writer that never comes to rest is followed even so.
 */
public final class PartialWriteGuard {

	private static final int MOST_WAITS = 4;

	private final Duration patience;

	private @Nullable String digest;

	private long since;

	private boolean over;

	private @Nullable Long doubtfulSince;

	private @Nullable Applied last;

	private long heldBack;

	private long meant;

	private long suspected;

	public PartialWriteGuard(Duration patience) {
		this.patience = patience;
	}

	/** Take note that there is nothing to doubt: every wait is over. */
	synchronized void trust() {
		this.digest = null;
		this.doubtfulSince = null;
	}

	/**
	 * Return why a content is held back, or {@code null} if it is not.
	 * @param inForce the document in force
	 * @param content the content
	 * @param document the content as a document, {@code null} if it is none
	 * @param problems why it is none
	 * @param now the present time, on the manager's clock
	 */
	synchronized @Nullable String reason(TomlDocument inForce, SourceContent content, @Nullable TomlDocument document,
			List<Problem> problems, long now) {
		boolean harmless = document != null && document.values().equals(inForce.values());
		String doubt = harmless ? null : doubt(inForce, content, document, problems);
		if (doubt == null) {
			trust();
			return null;
		}
		return isYoung(content.digest(), now) ? doubt : null;
	}

	/**
	 * Take note of a content of the source that is in force now, and that nobody has
	 * vouched for.
	 */
	synchronized void applied(TomlDocument before, TomlDocument document, long now) {
		boolean heldBackBefore = document.digest().equals(this.digest);
		trust();
		if (heldBackBefore) {
			return;
		}
		Applied previous = this.last;
		if (previous != null && now - previous.since() < this.patience.toNanos() && previous.continuedBy(document)) {
			this.suspected++;
		}
		this.last = new Applied(before, document, now);
	}

	synchronized PartialWriteStats counts() {
		return new PartialWriteStats(this.heldBack, this.meant, this.suspected);
	}

	private static @Nullable String doubt(TomlDocument inForce, SourceContent content, @Nullable TomlDocument document,
			List<Problem> problems) {
		String doubt = (document != null) ? PartialWriteHeuristics.doubt(inForce, document)
				: PartialWriteHeuristics.doubt(problems);
		return (doubt != null) ? doubt : PartialWriteHeuristics.doubt(inForce, content);
	}

	private boolean isYoung(String contentDigest, long now) {
		if (!contentDigest.equals(this.digest)) {
			this.digest = contentDigest;
			this.since = now;
			this.over = false;
			this.heldBack++;
			this.doubtfulSince = (this.doubtfulSince != null) ? this.doubtfulSince : Long.valueOf(now);
		}
		if (!this.over && isOver(now)) {
			this.over = true;
			this.doubtfulSince = null;
			this.meant++;
		}
		return !this.over;
	}

	private boolean isOver(long now) {
		Long doubtful = this.doubtfulSince;
		return now - this.since >= this.patience.toNanos()
				|| (doubtful != null && now - doubtful >= MOST_WAITS * this.patience.toNanos());
	}

	private record Applied(TomlDocument before, TomlDocument document, long since) {

		// The beginning of what came next, and the end of what was there: a writer was at
		// that point.
		boolean continuedBy(TomlDocument next) {
			return this.document.commonStart(next) + this.document.commonEnd(this.before) >= this.document.size();
		}

	}

}
