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
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The temporary files that hold a new document until it replaces the old one. Their names
 * contain the process id, so that files of dead processes can be deleted.
 */
final class TemporaryFiles {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	// The names of the files that this process uses. The process id alone is not enough,
	// because an earlier process may have had the same one.
	private static final Set<String> inUse = new HashSet<>();

	private TemporaryFiles() {
	}

	/** Create an empty file that only its owner may read and write. */
	static Path create(Path directory, String name) throws IOException {
		synchronized (inUse) {
			Path file = Files.createTempFile(directory, "." + name + "." + ProcessHandle.current().pid() + ".", ".tmp");
			inUse.add(nameOf(file));
			return file;
		}
	}

	/**
	 * Turn a complete file into a journal, which the next start reads before it deletes
	 * it.
	 */
	static Path toJournal(Path file) throws IOException {
		String name = nameOf(file).replaceFirst("\\.tmp$", ".redo");
		synchronized (inUse) {
			inUse.add(name);
			inUse.remove(nameOf(file));
		}
		return Files.move(file, file.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Delete a file, unless it was moved. A failure is ignored, because the next start
	 * deletes the file.
	 */
	static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			logger.debug("Cannot delete " + file, ex);
		}
		release(file);
	}

	/** Leave a journal to the next start, even if that is in this process. */
	static void release(Path journal) {
		synchronized (inUse) {
			inUse.remove(nameOf(journal));
		}
	}

	/**
	 * Delete the files of dead processes. The writes in their journals are completed
	 * first.
	 */
	static void deleteAbandoned(Path target) throws IOException {
		Pattern pattern = Pattern.compile("\\." + Pattern.quote(nameOf(target)) + "\\.(\\d{1,18})\\.\\d+\\.(tmp|redo)");
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(target.resolveSibling(""))) {
			for (Path entry : entries) {
				Matcher matcher = pattern.matcher(nameOf(entry));
				if (matcher.matches()) {
					deleteAbandoned(entry, Long.parseLong(matcher.group(1)), target);
				}
			}
		}
	}

	// A file that can't be deleted does not prevent the deletion of others.
	private static void deleteAbandoned(Path file, long pid, Path target) {
		try {
			if (!isAbandoned(file, pid)) {
				return;
			}
			if (nameOf(file).endsWith(".redo")) {
				checkOwner(file);
				InPlaceWrite.finish(target, file);
			}
			if (Files.deleteIfExists(file)) {
				logger.info("Deleted " + file + ", left behind by an unfinished save");
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Cannot clean up " + file + ", left behind by an unfinished save: " + ex);
		}
	}

	// In a directory where all users may create files, anyone could make the start write
	// any document.
	private static void checkOwner(Path journal) throws IOException {
		Path own = create(journal.resolveSibling(""), "owner");
		try {
			if (!Files.getOwner(journal, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
				throw new FileSystemException(journal.toString(), null, "belongs to another user and is ignored");
			}
		}
		finally {
			delete(own);
		}
	}

	// A process that was started after the file was written has only reused the id of its
	// writer.
	private static boolean isAbandoned(Path file, long pid) throws IOException {
		if (pid == ProcessHandle.current().pid()) {
			return !isInUse(file);
		}
		Optional<ProcessHandle> process = ProcessHandle.of(pid);
		Instant written = Files.getLastModifiedTime(file).toInstant();
		return process.isEmpty() || process.get().info().startInstant().map(written::isBefore).orElse(false);
	}

	private static boolean isInUse(Path file) {
		synchronized (inUse) {
			return inUse.contains(nameOf(file));
		}
	}

	private static String nameOf(Path path) {
		return String.valueOf(path.getFileName());
	}

}
