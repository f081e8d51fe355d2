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

package io.wolfprowler.config.internal.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A file of lines that makes room for another one when it has its size. One thread writes
 * it at a time.
 */
final class RotatedFile {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Set<OpenOption> APPEND = Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND,
			StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);

	private final Path path;

	private final Path directory;

	private final long maxSize;

	private final int maxFiles;

	private boolean stuck;

	RotatedFile(Path path, long maxSize, int maxFiles) {
		check(maxSize >= 1, "maxSize must be at least 1 byte, found " + maxSize);
		check(maxFiles >= 1, "maxFiles must be at least 1, found " + maxFiles);
		this.path = path.toAbsolutePath();
		this.directory = Objects.requireNonNull(this.path.getParent(), "the directory of the file");
		this.maxSize = maxSize;
		this.maxFiles = maxFiles;
	}

	/** Open the file at its end, and complete a last line that has none. */
	LineAppender open() throws IOException {
		Files.createDirectories(this.directory);
		return LineAppender.of(this);
	}

	Path path() {
		return this.path;
	}

	/**
	 * Return whether a file with some lines is due to be rotated rather than get more.
	 */
	boolean isTooSmall(long size, int more) {
		return size > 0 && size + more > this.maxSize;
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

	// A pipe would wait for its reader, and a link might lead anywhere.
	FileChannel channel() throws IOException {
		boolean present = Files.exists(this.path, LinkOption.NOFOLLOW_LINKS);
		if (present && !Files.isRegularFile(this.path, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileSystemException(this.path.toString(), null, "must be a regular file");
		}
		FileChannel channel = FileChannel.open(this.path, APPEND, forItsOwner());
		if (!present) {
			syncDirectory();
		}
		return channel;
	}

	/**
	 * Make room for a new file.
	 * @return whether there is room; when not, it is said once
	 */
	boolean rotate() {
		try {
			shift();
			Files.move(this.path, rotated(1), StandardCopyOption.ATOMIC_MOVE);
			this.stuck = false;
			deleteLeftOver();
			return true;
		}
		catch (IOException ex) {
			if (!this.stuck) {
				logger.warn("Cannot rotate the audit log " + this.path + "; it goes on beyond its size: " + ex);
			}
			this.stuck = true;
			return false;
		}
	}

	// Only up to the first gap: a rotation that fails again and again, as of a file that
	// may only be appended to, must not push out what is kept. Each step leaves the lines
	// in files whose order is that of their numbers, so it may be the last one.
	private void shift() throws IOException {
		int gap = 1;
		while (gap < this.maxFiles && Files.exists(rotated(gap), LinkOption.NOFOLLOW_LINKS)) {
			gap++;
		}
		for (int number = gap - 1; number >= 1; number--) {
			Files.move(rotated(number), rotated(number + 1), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	// More of them may have been kept before.
	private void deleteLeftOver() {
		for (int number = this.maxFiles + 1; Files.exists(rotated(number), LinkOption.NOFOLLOW_LINKS); number++) {
			try {
				Files.delete(rotated(number));
			}
			catch (IOException ex) {
				logger
					.warn("Cannot delete " + rotated(number) + ", which is beyond the number of files to keep: " + ex);
			}
		}
	}

	private FileAttribute<?>[] forItsOwner() {
		return this.path.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	private Path rotated(int number) {
		return this.directory.resolve(this.path.getFileName() + "." + number);
	}

	/** Make a new name durable. Not every platform can open a directory. */
	private void syncDirectory() {
		try (FileChannel channel = FileChannel.open(this.directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			logger.debug("Cannot sync " + this.directory, ex);
		}
	}

	private static void check(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

}
