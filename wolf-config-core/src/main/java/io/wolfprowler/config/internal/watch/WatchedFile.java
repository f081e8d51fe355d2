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

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * One watched file: its link chain, its last fingerprint, and the debouncer that signals
 * its changes. Not thread-safe, except for the mode and the counts.
 */
final class WatchedFile {

	// Directories may change while they are registered; the poll finds what is left.
	private static final int MAX_ROUNDS = 10;

	private static final int POLLS_PER_FOLLOW = 12;

	private static final Duration MAX_FALLBACK_INTERVAL = Duration.ofSeconds(1);

	private final Path path;

	private final WatchSettings settings;

	private final Debouncer debouncer;

	private final WatchedDirectories directories;

	private final InstantSource clock;

	private LinkChain chain;

	private @Nullable LinkChain lastComplete;

	private Fingerprint fingerprint = Fingerprint.ABSENT;

	private boolean racy;

	private volatile WatchMode mode = WatchMode.POLL;

	// Written by one thread at a time.
	private volatile long signals;

	private volatile long overflows;

	private long polls;

	private long lastPoll;

	WatchedFile(Path path, WatchSettings settings, Debouncer debouncer, WatchedDirectories directories,
			InstantSource clock) {
		this.path = path;
		this.settings = settings;
		this.debouncer = debouncer;
		this.directories = directories;
		this.clock = clock;
		this.chain = LinkChain.of(path);
	}

	WatchMode mode() {
		return this.mode;
	}

	long signals() {
		return this.signals;
	}

	long overflows() {
		return this.overflows;
	}

	@SuppressWarnings("NonAtomicVolatileUpdate") // Under the lock of WatchedFiles.
	void countOverflow() {
		this.overflows++;
	}

	/**
	 * Follow the path and watch the directories on it. The fingerprint is taken last: a
	 * later change is detected by an event or by the next poll.
	 * @return whether a link was swapped since the path was last complete
	 */
	boolean follow() {
		LinkChain latest = LinkChain.of(this.path);
		boolean settled = false;
		for (int i = 0; !settled && i < MAX_ROUNDS; i++) {
			boolean registered = this.directories.watch(this, this.chain, latest);
			this.chain = latest;
			latest = registered ? LinkChain.of(this.path) : latest;
			settled = latest.isSameAs(this.chain);
		}
		this.mode = this.directories.covers(this.chain) ? WatchMode.PUSH : WatchMode.POLL;
		this.fingerprint = Fingerprint.thorough(this.path);
		this.racy = this.fingerprint.isRacy(this.clock.instant());
		return isSwapped();
	}

	void release() {
		this.directories.release(this, this.chain);
	}

	private boolean isSwapped() {
		LinkChain before = this.lastComplete;
		if (this.chain.isComplete()) {
			this.lastComplete = this.chain;
		}
		return before != null && this.chain.hasNewLinkSince(before);
	}

	/**
	 * Follow the path and signal a change.
	 * @param created the paths that are known to be created
	 */
	void followAndSignal(Set<Path> created) {
		boolean swapped = follow();
		signal(swapped || isReplaced(created));
	}

	/**
	 * Signal a change without following the path.
	 * @param created the paths that are known to be created
	 */
	void signalReload(Set<Path> created) {
		signal(isReplaced(created));
	}

	private boolean isReplaced(Set<Path> created) {
		return this.settings.eager() && created.stream().anyMatch(this.chain::leadsTo);
	}

	@SuppressWarnings("NonAtomicVolatileUpdate") // Under the lock of WatchedFiles.
	private void signal(boolean now) {
		this.signals++;
		if (now) {
			this.debouncer.signalNow();
		}
		else {
			this.debouncer.signal();
		}
	}

	/**
	 * Return whether an event can only mean that the file was written or replaced, so
	 * that the signal need not wait until the path is followed.
	 * @return whether the path is complete, watched and unchanged
	 */
	boolean isPathUnchanged() {
		return this.chain.isComplete() && this.directories.covers(this.chain) && this.chain.isCurrent();
	}

	/**
	 * Follow the path although no change of it is known. If it leads elsewhere, a change
	 * is signalled, because an earlier signal may have come too early.
	 */
	void refollow() {
		LinkChain before = this.chain;
		boolean swapped = follow();
		if (!before.isSameAs(this.chain)) {
			signal(swapped);
		}
	}

	/**
	 * Signal a change if the file differs from when the path was last followed, or if it
	 * may differ undetectably.
	 * @param retry whether to request events again if they were not available
	 */
	void poll(boolean retry) {
		boolean regular = this.polls % POLLS_PER_FOLLOW == 0;
		if (this.racy || mayDiffer(regular) || !this.chain.isCurrent()) {
			followAndSignal(Set.of());
		}
		else if (regular || !this.chain.isComplete() || (retry && this.mode == WatchMode.POLL)) {
			Fingerprint before = this.fingerprint;
			refollow();
			if (!before.isSameAs(this.fingerprint)) {
				signal(false);
			}
		}
	}

	// The change time reveals a write whose modification time was reset. With events, an
	// occasional check is enough for that. Without a change time, only the content shows
	// the difference; reading it takes a thread of each manager.
	private boolean mayDiffer(boolean regular) {
		boolean thorough = regular || this.mode == WatchMode.POLL;
		Fingerprint now = thorough ? Fingerprint.thorough(this.path) : Fingerprint.quick(this.path);
		return !now.isSameAs(this.fingerprint) || (regular && !now.detectsEveryWrite());
	}

	void countPoll(long now) {
		this.polls++;
		this.lastPoll = now;
	}

	/**
	 * Return the time of the next poll: a multiple of the interval since an instant that
	 * is common to all files.
	 * @param epoch the common instant, on the scheduler's clock
	 * @return the time, on the same clock
	 */
	long nextPoll(long epoch) {
		long interval = interval();
		return epoch + ((this.lastPoll - epoch) / interval + 1) * interval;
	}

	private long interval() {
		Duration interval = this.settings.pollInterval();
		if (this.mode == WatchMode.POLL && interval.compareTo(MAX_FALLBACK_INTERVAL) > 0) {
			interval = MAX_FALLBACK_INTERVAL;
		}
		return Math.min(TimeUnit.NANOSECONDS.convert(interval), Debouncer.LONGEST);
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

}
