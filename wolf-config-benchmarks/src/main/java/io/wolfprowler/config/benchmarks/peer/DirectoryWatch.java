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

package io.wolfprowler.config.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/**
 * The least that notices a change of a file: a thread that waits for events of its
 * directory.
 */
final class DirectoryWatch implements AutoCloseable {

	private final WatchService service;

	private final Path file;

	private final Runnable listener;

	DirectoryWatch(Path file, Runnable listener) throws IOException {
		this.file = file;
		this.listener = listener;
		this.service = file.getFileSystem().newWatchService();
		Path directory = Objects.requireNonNull(file.getParent(), "directory");
		directory.register(this.service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
		Thread thread = new Thread(this::run, "directory-watch");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Watch the file of a site, if it is to be watched.
	 * @return ends the watch
	 */
	static Runnable on(Site site, Runnable listener) throws IOException {
		return site.watched() ? new DirectoryWatch(site.file(), listener)::close : () -> {
		};
	}

	/**
	 * Reload when the file of a site may have changed, if it is to be watched. What can't
	 * be read, as it is half-written, changes nothing; its end is another event.
	 * @return ends the watch
	 */
	static Runnable reloading(Site site, Reload reload) throws IOException {
		return on(site, () -> {
			try {
				reload.run();
			}
			catch (Exception ex) {
				return;
			}
			site.changed();
		});
	}

	@Override
	public void close() {
		try {
			this.service.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void run() {
		try {
			while (true) {
				WatchKey key = this.service.take();
				boolean concerned = false;
				for (WatchEvent<?> event : key.pollEvents()) {
					concerned |= this.file.getFileName().equals(event.context());
				}
				key.reset();
				if (concerned) {
					this.listener.run();
				}
			}
		}
		catch (InterruptedException | ClosedWatchServiceException ex) {
			// It is over.
		}
	}

	/**
	 * What takes in a changed file.
	 */
	@FunctionalInterface
	interface Reload {

		/** Read the file again. */
		void run() throws Exception;

	}

}
