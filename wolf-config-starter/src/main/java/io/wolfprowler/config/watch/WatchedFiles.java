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

package io.wolfprowler.config.watch;

import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The watched files of one thread, and the poll that ticks for all of them at common
 * times, so that the thread wakes once for all. Thread-safe. Looks are signalled here,
 * never run.
 */
final class WatchedFiles {

	private final Scheduler scheduler;

	private final WatchedDirectories directories;

	private final InstantSource clock;

	private final long epoch;

	private final Set<WatchedFile> files = new LinkedHashSet<>();

	private @Nullable Scheduled nextTick;

	WatchedFiles(Scheduler scheduler, WatchedDirectories directories, InstantSource clock) {
		this.scheduler = scheduler;
		this.directories = directories;
		this.clock = clock;
		this.epoch = scheduler.nanoTime();
	}

	synchronized @Nullable WatchService events() {
		return this.directories.service();
	}

	synchronized Watch add(Path path, WatchSettings settings, Runnable look) {
		Debouncer debouncer = new Debouncer(this.scheduler, settings.debounce(), settings.maxWait(), look);
		WatchedFile file = new WatchedFile(path, settings, debouncer, this.directories, this.clock);
		file.follow();
		file.countTick(this.scheduler.nanoTime());
		this.files.add(file);
		scheduleTick();
		return new FileWatch(file, debouncer, this);
	}

	synchronized void remove(WatchedFile file) {
		this.files.remove(file);
		this.directories.release(file);
		scheduleTick();
		if (this.files.isEmpty()) {
			this.directories.close();
		}
	}

	/**
	 * Signals a look at each file that the events of a key concern.
	 * @param key the key
	 */
	synchronized void take(WatchKey key) {
		lookAtEach((concerned) -> this.directories.take(key, concerned));
	}

	/**
	 * Starts over without a watch service that somebody closed.
	 * @param lost the closed service
	 */
	synchronized void lose(@Nullable WatchService lost) {
		if (lost != null && lost == this.directories.service()) {
			this.directories.close();
			lookAtEach((concerned) -> this.files.forEach((file) -> concerned.accept(file, null)));
		}
	}

	private synchronized void tick() {
		try {
			lookAtEach(this.directories::dropReplaced);
			boolean retry = this.directories.outage().isTimeToRetry();
			long now = this.scheduler.nanoTime();
			List<WatchedFile> due = this.files.stream().filter((file) -> file.nextTick(this.epoch) - now <= 0).toList();
			due.forEach((file) -> file.countTick(now));
			due.forEach((file) -> file.tick(retry));
		}
		finally {
			scheduleTick();
		}
	}

	private void lookAtEach(Consumer<BiConsumer<WatchedFile, @Nullable Path>> events) {
		Map<WatchedFile, Set<Path>> created = new LinkedHashMap<>();
		events.accept((file, path) -> {
			Set<Path> paths = created.computeIfAbsent(file, (key) -> new HashSet<>());
			if (path != null) {
				paths.add(path);
			}
		});
		created.forEach(WatchedFile::look);
		if (!created.isEmpty()) {
			scheduleTick();
		}
	}

	// The new timer is set before the old one goes: without any, the thread would end.
	private void scheduleTick() {
		Scheduled old = this.nextTick;
		long now = this.scheduler.nanoTime();
		this.nextTick = this.files.stream()
			.map((file) -> file.nextTick(this.epoch) - now)
			.min(Long::compare)
			.map((delay) -> this.scheduler.schedule(Duration.ofNanos(delay), this::tick))
			.orElse(null);
		if (old != null) {
			old.cancel();
		}
		if (this.files.stream().allMatch((file) -> file.mode() == WatchMode.PUSH)) {
			this.directories.outage().end();
		}
	}

}
