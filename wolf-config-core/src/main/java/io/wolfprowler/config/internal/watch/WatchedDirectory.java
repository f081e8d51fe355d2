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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A registered directory, and the files that depend on names in it. Not thread-safe.
 */
final class WatchedDirectory {

	private final Path path;

	private final WatchKey key;

	private final @Nullable Object fileKey;

	private final Map<Path, Set<WatchedFile>> filesByName = new HashMap<>();

	WatchedDirectory(Path path, WatchKey key) {
		this.path = path;
		this.key = key;
		this.fileKey = fileKey();
	}

	Path path() {
		return this.path;
	}

	WatchKey key() {
		return this.key;
	}

	/**
	 * Return whether the path leads to another directory or none now. The key still
	 * delivers the events of the old directory if it was moved, and none if it was
	 * deleted. A new directory may have the file key of a deleted one.
	 * @return whether the key is useless
	 */
	boolean isReplaced() {
		return !this.key.isValid() || !Objects.equals(fileKey(), this.fileKey);
	}

	void assign(WatchedFile file, Set<Path> names) {
		release(file);
		names.forEach((name) -> this.filesByName.computeIfAbsent(name, (key) -> new LinkedHashSet<>()).add(file));
	}

	void release(WatchedFile file) {
		this.filesByName.values().removeIf((files) -> files.remove(file) && files.isEmpty());
	}

	boolean isUnused() {
		return this.filesByName.isEmpty();
	}

	Set<WatchedFile> files() {
		Set<WatchedFile> all = new LinkedHashSet<>();
		this.filesByName.values().forEach(all::addAll);
		return all;
	}

	/**
	 * Find the files that an event affects: all files if events were lost.
	 * @param event the event
	 * @param files receives each affected file, and the created path, if there is one
	 */
	void deliver(WatchEvent<?> event, BiConsumer<WatchedFile, @Nullable Path> files) {
		if (!(event.context() instanceof Path name)) {
			files().forEach((file) -> {
				file.countOverflow();
				files.accept(file, null);
			});
			return;
		}
		Set<WatchedFile> concerned = this.filesByName.getOrDefault(name, Set.of());
		boolean created = event.kind() == StandardWatchEventKinds.ENTRY_CREATE;
		concerned.forEach((file) -> files.accept(file, created ? this.path.resolve(name) : null));
	}

	private @Nullable Object fileKey() {
		try {
			return Files.readAttributes(this.path, BasicFileAttributes.class).fileKey();
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

}
