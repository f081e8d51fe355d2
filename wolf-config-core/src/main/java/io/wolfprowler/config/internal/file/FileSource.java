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

package io.wolfprowler.config.internal.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WatchStats;
import io.wolfprowler.config.internal.watch.Watch;
import io.wolfprowler.config.internal.watch.WatchMode;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.StaleRevisionException;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A source that reads and writes a file. Symbolic links are followed. The revision of a
 * document is its digest.
 */
public final class FileSource implements WritableConfigSource {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final Path path;

	private final WatchSettings settings;

	private final FileReader reader;

	private final WatchThread watchThread;

	private volatile @Nullable Watch watch;

	/**
	 * Create a source, and delete the temporary files that a crash during an earlier save
	 * has left behind.
	 * @param path the path of the file
	 * @param maxSize the maximum size of a document in bytes
	 * @param permissions what happens to a file that others may write or replace
	 * @param settings when a change is signalled
	 */
	public FileSource(Path path, long maxSize, FilePermissions permissions, WatchSettings settings) {
		this(path, maxSize, permissions, settings, WatchThread.shared());
	}

	/**
	 * Create a source that is watched by a thread of its own.
	 * @param path the path of the file
	 * @param maxSize the maximum size of a document in bytes
	 * @param permissions what happens to a file that others may write or replace
	 * @param settings when a change is signalled
	 * @param watchThread watches the file
	 */
	public FileSource(Path path, long maxSize, FilePermissions permissions, WatchSettings settings,
			WatchThread watchThread) {
		this.watchThread = Objects.requireNonNull(watchThread, "watchThread");
		this.path = Objects.requireNonNull(path, "path");
		this.settings = settings;
		this.reader = new FileReader(path, maxSize, new PermissionCheck(permissions));
		AtomicWrite.deleteAbandonedFiles(path);
	}

	@Override
	public String description() {
		return this.path.toString();
	}

	@Override
	public SourceContent read() throws IOException {
		return SourceContent.of(this.reader.read());
	}

	@Override
	public SourceContent write(byte[] content, String expectedRevision) throws IOException {
		new AtomicWrite(this.path, () -> expect(expectedRevision)).write(content);
		return SourceContent.of(content);
	}

	@Override
	public Subscription watch(Runnable signal) {
		if (MountTable.OF_THIS_PROCESS.contains(this.path)) {
			logger.warn(this.path
					+ " is mounted as a single file, so a file renamed over it outside of the mount is never seen;"
					+ " mount its directory instead");
		}
		Watch started = this.watchThread.watch(this.path, this.settings, signal);
		this.watch = started;
		return started::close;
	}

	@Override
	public HotReloadMode watchMode() {
		Watch current = this.watch;
		if (current == null) {
			return HotReloadMode.OFF;
		}
		return (current.mode() == WatchMode.PUSH) ? HotReloadMode.PUSH : HotReloadMode.POLL;
	}

	@Override
	public WatchStats watchStats() {
		Watch current = this.watch;
		return (current != null) ? new WatchStats(current.signals(), current.overflows()) : WatchStats.NONE;
	}

	private void expect(String revision) throws IOException {
		String found = revision();
		if (!found.equals(revision)) {
			throw new StaleRevisionException(this.path + " was changed by somebody else");
		}
	}

	private String revision() throws IOException {
		try {
			return read().revision();
		}
		catch (NoSuchFileException ex) {
			return SourceContent.ABSENT;
		}
	}

}
