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
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The directories of all watched files, each registered once with the shared watch
 * service. The service is opened with the first directory and closed with the last. Not
 * thread-safe.
 */
final class WatchedDirectories {

	private final Callable<WatchService> services;

	private final Map<Path, WatchedDirectory> directories = new HashMap<>();

	private final EventOutage outage = new EventOutage();

	private @Nullable WatchService service;

	WatchedDirectories(Callable<WatchService> services) {
		this.services = services;
	}

	@Nullable WatchService service() {
		return this.service;
	}

	EventOutage outage() {
		return this.outage;
	}

	/**
	 * Watch the directories of a chain, and no others for this file.
	 * @param file the file the chain leads to
	 * @param before the chain that was last passed for this file
	 * @param chain the chain
	 * @return whether any registration was attempted. Earlier changes in that directory
	 * went unnoticed, so the path must be followed once more
	 */
	boolean watch(WatchedFile file, LinkChain before, LinkChain chain) {
		boolean registered = false;
		for (Map.Entry<Path, Set<Path>> entry : chain.names().entrySet()) {
			WatchedDirectory directory = current(entry.getKey());
			if (directory == null) {
				directory = register(entry.getKey());
				registered = true;
			}
			if (directory != null) {
				directory.assign(file, entry.getValue());
			}
		}
		release(file, before, chain.names().keySet());
		return registered;
	}

	boolean covers(LinkChain chain) {
		return this.directories.keySet().containsAll(chain.names().keySet());
	}

	void release(WatchedFile file, LinkChain chain) {
		release(file, chain, Set.of());
	}

	/**
	 * Deliver the events of a key, and reset it.
	 * @param key the key
	 * @param files receives each affected file, and the created path, if there is one
	 */
	void dispatch(WatchKey key, BiConsumer<WatchedFile, @Nullable Path> files) {
		List<WatchedDirectory> sources = withKey(key);
		try {
			key.pollEvents().forEach((event) -> sources.forEach((directory) -> directory.deliver(event, files)));
		}
		finally {
			if (!key.reset()) {
				sources.forEach((directory) -> drop(directory, files));
			}
		}
	}

	void close() {
		WatchService old = this.service;
		this.service = null;
		this.directories.clear();
		try {
			if (old != null) {
				old.close();
			}
		}
		catch (IOException ex) {
			// The service is no longer used, so nothing is lost.
		}
	}

	private void release(WatchedFile file, LinkChain chain, Set<Path> kept) {
		for (Path path : chain.names().keySet()) {
			WatchedDirectory directory = kept.contains(path) ? null : this.directories.get(path);
			if (directory != null) {
				directory.release(file);
				if (directory.isUnused()) {
					remove(directory);
				}
			}
		}
	}

	// The other files of a replaced directory find out at their next poll.
	private @Nullable WatchedDirectory current(Path path) {
		WatchedDirectory directory = this.directories.get(path);
		if (directory != null && directory.isReplaced()) {
			remove(directory);
			return null;
		}
		return directory;
	}

	// Two paths may lead to the same directory (a bind mount); they then share the key.
	private List<WatchedDirectory> withKey(WatchKey key) {
		List<WatchedDirectory> found = new ArrayList<>(1);
		for (WatchedDirectory directory : this.directories.values()) {
			if (directory.key().equals(key)) {
				found.add(directory);
			}
		}
		return found;
	}

	private void drop(WatchedDirectory directory, BiConsumer<WatchedFile, @Nullable Path> files) {
		remove(directory);
		directory.files().forEach((file) -> files.accept(file, null));
	}

	private void remove(WatchedDirectory directory) {
		this.directories.remove(directory.path());
		if (withKey(directory.key()).isEmpty()) {
			directory.key().cancel();
		}
	}

	private @Nullable WatchedDirectory register(Path path) {
		try {
			WatchKey key = path.register(openService(), StandardWatchEventKinds.ENTRY_CREATE,
					StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
			WatchedDirectory directory = new WatchedDirectory(path, key);
			this.directories.put(path, directory);
			return directory;
		}
		catch (NoSuchFileException | NotDirectoryException ex) {
			return null;
		}
		catch (Exception ex) {
			this.outage.report(path, ex);
			return null;
		}
	}

	private WatchService openService() throws Exception {
		WatchService open = this.service;
		if (open == null) {
			open = this.services.call();
			this.service = open;
		}
		return open;
	}

}
