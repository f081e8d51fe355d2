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

package io.wolfprowler.node.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * New content of a file, written beside it and readable only by its owner. It replaces
 * the file atomically or is discarded.
 */
public final class Draft {

	private static final Logger logger = LoggerFactory.getLogger(Draft.class);

	private final Path target;

	private final Path file;

	private Draft(Path target, Path file) {
		this.target = target;
		this.file = file;
	}

	/**
	 * Write a draft. If that fails, none is left.
	 * @param path the file to replace; a link is resolved
	 * @param content the content
	 * @return the draft, synced to disk
	 */
	public static Draft write(Path path, ByteBuffer content) throws IOException {
		Path target = behindLinks(path);
		Path directory = directoryOf(target);
		if (!Files.isDirectory(directory)) {
			throw new FileSystemException(path.toString(), null, directory + " is not a directory");
		}
		Draft draft = new Draft(target, Files.createTempFile(directory, prefix(target), ".draft"));
		boolean written = false;
		try {
			draft.fill(content);
			written = true;
		}
		finally {
			if (!written) {
				draft.discard();
			}
		}
		return draft;
	}

	private void fill(ByteBuffer content) throws IOException {
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			while (content.hasRemaining()) {
				channel.write(content);
			}
			channel.force(true);
		}
	}

	/**
	 * Replace the file, or create it. If that fails, the file is unchanged and the draft
	 * is deleted.
	 */
	public void replace() throws IOException {
		move(StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Create the file.
	 * @throws java.nio.file.FileAlreadyExistsException if it exists
	 */
	public void create() throws IOException {
		move();
	}

	private void move(StandardCopyOption... options) throws IOException {
		try {
			Files.move(this.file, this.target, options);
		}
		finally {
			discard();
		}
		sync(directoryOf(this.target));
	}

	/**
	 * Delete the draft. If that fails, the next start of the node deletes it.
	 */
	public void discard() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			logger.debug("Cannot delete {}", this.file, ex);
		}
	}

	/**
	 * Delete the drafts of processes that were killed.
	 * @param path the file of the drafts
	 */
	public static void sweep(Path path) {
		try {
			Path target = behindLinks(path);
			Pattern pattern = Pattern
				.compile(Pattern.quote("." + target.getFileName()) + "\\.(\\d{1,18})\\.\\d+\\.draft");
			try (DirectoryStream<Path> entries = Files.newDirectoryStream(directoryOf(target))) {
				for (Path entry : entries) {
					sweep(entry, pattern.matcher(String.valueOf(entry.getFileName())));
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.debug("Cannot look for drafts of {}", path, ex);
		}
	}

	private static void sweep(Path entry, Matcher name) throws IOException {
		if (name.matches() && isAbandoned(entry, Long.parseLong(name.group(1))) && Files.deleteIfExists(entry)) {
			logger.info("Deleted {}, left behind by an unfinished save", entry);
		}
	}

	// A process that started after the draft was written is another one with the same ID.
	// In
	// a container every process may have the same ID.
	private static boolean isAbandoned(Path draft, long pid) throws IOException {
		Optional<ProcessHandle> process = ProcessHandle.of(pid);
		Instant written = Files.getLastModifiedTime(draft).toInstant();
		return process.isEmpty() || process.get().info().startInstant().map(written::isBefore).orElse(false);
	}

	private static Path behindLinks(Path path) throws IOException {
		return (Files.isSymbolicLink(path) ? path.toRealPath() : path).toAbsolutePath();
	}

	private static String prefix(Path target) {
		return "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".";
	}

	private static Path directoryOf(Path target) {
		Path parent = target.getParent();
		return (parent != null) ? parent : target;
	}

	// Not every platform can open a directory.
	private static void sync(Path directory) {
		try (FileChannel channel = FileChannel.open(directory)) {
			channel.force(true);
		}
		catch (IOException ex) {
			logger.debug("Cannot sync {}", directory, ex);
		}
	}

}
