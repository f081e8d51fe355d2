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
 * One watched file: the way to it, what it looked like, and whom to signal. Not
 * thread-safe, but for its mode and its counts.
 */
final class WatchedFile {

	// Directories may come and go while they are registered; the poll finds the rest.
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

	@SuppressWarnings("NonAtomicVolatileUpdate") // Under the lock of all files.
	void countOverflow() {
		this.overflows++;
	}

	/**
	 * Follows the path anew and watches what is found. The fingerprint comes last: what
	 * changes after it is seen as an event, or at the next tick.
	 * @return whether a link was swapped since the path was last whole
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
	 * Signals a look.
	 * @param created the paths known to be created
	 */
	void followAndSignal(Set<Path> created) {
		boolean swapped = follow();
		signal(swapped || isReplaced(created));
	}

	/**
	 * Signals a look without following the path.
	 * @param created the paths known to be created
	 */
	void signalReload(Set<Path> created) {
		signal(isReplaced(created));
	}

	private boolean isReplaced(Set<Path> created) {
		return this.settings.eager() && created.stream().anyMatch(this.chain::leadsTo);
	}

	@SuppressWarnings("NonAtomicVolatileUpdate") // Under the lock of all files.
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
	 * Whether an event can only mean that the file was written or replaced, so that the
	 * look need not wait until the path was followed.
	 * @return whether the way to the file is whole, watched, and as it was
	 */
	boolean isPathUnchanged() {
		return this.chain.isComplete() && this.directories.covers(this.chain) && this.chain.isCurrent();
	}

	/**
	 * Follows the path when no change of it is known. If it leads elsewhere, a look is
	 * signalled; one before may have come too early.
	 */
	void refollow() {
		LinkChain before = this.chain;
		boolean swapped = follow();
		if (!before.isSameAs(this.chain)) {
			signal(swapped);
		}
	}

	/**
	 * Signals a look if the file differs from when it was last followed, or may differ
	 * without a trace.
	 * @param retry whether to ask again for events that were not to be had
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

	// The time of change finds a write whose time of modification was put back. Where
	// events tell of writes, now and then is soon enough for that. Without such a time,
	// only the content tells; but reading it takes a thread of each manager.
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
	 * The time of the next tick: a multiple of the interval since a moment common to all
	 * files.
	 * @param epoch that moment, on the scheduler's clock
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
