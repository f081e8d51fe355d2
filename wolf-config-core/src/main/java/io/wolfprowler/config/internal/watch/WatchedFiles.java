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
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The watched files of one thread, and the poll for all of them. Files are polled at
 * common times, so the thread wakes once for all. Changes are signalled to debouncers
 * here, never acted on. Thread-safe.
 */
final class WatchedFiles {

	private final Scheduler scheduler;

	private final WatchedDirectories directories;

	private final InstantSource clock;

	private final long epoch;

	private final Set<WatchedFile> files = new LinkedHashSet<>();

	private @Nullable Cancellable nextPoll;

	WatchedFiles(Scheduler scheduler, WatchedDirectories directories, InstantSource clock) {
		this.scheduler = scheduler;
		this.directories = directories;
		this.clock = clock;
		this.epoch = scheduler.nanoTime();
	}

	synchronized @Nullable WatchService events() {
		return this.directories.service();
	}

	synchronized Watch add(Path path, WatchSettings settings, Runnable signal) {
		Debouncer debouncer = new Debouncer(this.scheduler, settings.debounce(), settings.maxWait(), signal);
		WatchedFile file = new WatchedFile(path, settings, debouncer, this.directories, this.clock);
		file.follow();
		file.countPoll(this.scheduler.nanoTime());
		this.files.add(file);
		schedulePoll();
		return new Watch(file, debouncer, this);
	}

	synchronized void remove(WatchedFile file) {
		if (!this.files.remove(file)) {
			return;
		}
		file.release();
		schedulePoll();
		if (this.files.isEmpty()) {
			this.directories.close();
		}
	}

	/**
	 * Signal a change of each file that the events of a key affect.
	 * @param key the key
	 */
	synchronized void dispatch(WatchKey key) {
		signalEach((concerned) -> this.directories.dispatch(key, concerned));
	}

	/**
	 * Recover from the failure of a watch service: a new one is opened, and every file is
	 * followed.
	 * @param lost the failed service
	 */
	synchronized void recover(@Nullable WatchService lost) {
		if (lost != null && lost == this.directories.service()) {
			this.directories.close();
			signalEach((concerned) -> this.files.forEach((file) -> concerned.accept(file, null)));
		}
	}

	private synchronized void poll() {
		try {
			boolean retry = this.directories.outage().isTimeToRetry();
			long now = this.scheduler.nanoTime();
			for (WatchedFile file : this.files) {
				if (file.nextPoll(this.epoch) - now <= 0) {
					file.countPoll(now);
					file.poll(retry);
				}
			}
		}
		finally {
			schedulePoll();
		}
	}

	private void signalEach(Consumer<BiConsumer<WatchedFile, @Nullable Path>> events) {
		Map<WatchedFile, Set<Path>> created = new LinkedHashMap<>();
		events.accept((file, path) -> {
			Set<Path> paths = created.computeIfAbsent(file, (key) -> new HashSet<>());
			if (path != null) {
				paths.add(path);
			}
		});
		created.forEach(this::signal);
		schedulePollUnlessPushed(created.keySet());
	}

	// Without events, the next poll is due earlier than the one that is scheduled.
	private void schedulePollUnlessPushed(Set<WatchedFile> followed) {
		if (!allPushed(followed)) {
			schedulePoll();
		}
	}

	private void signal(WatchedFile file, Set<Path> created) {
		if (file.isPathUnchanged()) {
			file.signalReload(created);
			this.scheduler.schedule(Duration.ZERO, () -> followLater(file));
		}
		else {
			file.followAndSignal(created);
		}
	}

	private synchronized void followLater(WatchedFile file) {
		if (this.files.contains(file)) {
			file.refollow();
			schedulePollUnlessPushed(Set.of(file));
		}
	}

	// The new timer is set before the old one is cancelled, because the thread would end
	// without any timer.
	private void schedulePoll() {
		Cancellable old = this.nextPoll;
		this.nextPoll = this.files.isEmpty() ? null : this.scheduler.schedule(untilPoll(), this::poll);
		if (old != null) {
			old.cancel();
		}
		if (allPushed(this.files)) {
			this.directories.outage().end();
		}
	}

	private Duration untilPoll() {
		long now = this.scheduler.nanoTime();
		long delay = Long.MAX_VALUE;
		for (WatchedFile file : this.files) {
			delay = Math.min(delay, file.nextPoll(this.epoch) - now);
		}
		return Duration.ofNanos(delay);
	}

	// Plain loops, because an idle application only wakes for this and runs it
	// interpreted.
	private static boolean allPushed(Set<WatchedFile> files) {
		for (WatchedFile file : files) {
			if (file.mode() != WatchMode.PUSH) {
				return false;
			}
		}
		return true;
	}

}
