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
 * The files a new content is written to before it takes the place of the old one. Their
 * names tell the process, so that those of a dead one can be deleted.
 */
final class Drafts {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	// The names of those that this process is at. Its number alone says little: a process
	// before it may have had the same.
	private static final Set<String> inUse = new HashSet<>();

	private Drafts() {
	}

	/** Create an empty draft that only its owner may read and write. */
	static Path create(Path directory, String name) throws IOException {
		synchronized (inUse) {
			Path draft = Files.createTempFile(directory, "." + name + "." + ProcessHandle.current().pid() + ".",
					".tmp");
			inUse.add(nameOf(draft));
			return draft;
		}
	}

	/** Turn a draft that is whole into a journal, which is not deleted but read. */
	static Path journal(Path draft) throws IOException {
		String name = nameOf(draft).replaceFirst("\\.tmp$", ".redo");
		synchronized (inUse) {
			inUse.add(name);
			inUse.remove(nameOf(draft));
		}
		return Files.move(draft, draft.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Delete a draft, unless it was moved. What keeps it from being deleted is no reason
	 * to fail: the next start deletes it.
	 */
	static void drop(Path draft) {
		try {
			Files.deleteIfExists(draft);
		}
		catch (IOException ex) {
			logger.debug("Cannot delete " + draft, ex);
		}
		leave(draft);
	}

	/** Leave a journal to the next start, even if that is in this process. */
	static void leave(Path journal) {
		synchronized (inUse) {
			inUse.remove(nameOf(journal));
		}
	}

	/**
	 * Delete the drafts of processes that are gone. What their journals are about is
	 * finished before.
	 */
	static void sweep(Path target) throws IOException {
		Pattern pattern = Pattern.compile("\\." + Pattern.quote(nameOf(target)) + "\\.(\\d{1,18})\\.\\d+\\.(tmp|redo)");
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(target.resolveSibling(""))) {
			for (Path entry : entries) {
				Matcher matcher = pattern.matcher(nameOf(entry));
				if (matcher.matches()) {
					sweep(entry, Long.parseLong(matcher.group(1)), target);
				}
			}
		}
	}

	// One that can't be deleted does not keep the others.
	private static void sweep(Path draft, long pid, Path target) {
		try {
			if (!isAbandoned(draft, pid)) {
				return;
			}
			if (nameOf(draft).endsWith(".redo")) {
				checkOwner(draft);
				InPlaceWrite.finish(target, draft);
			}
			if (Files.deleteIfExists(draft)) {
				logger.info("Deleted " + draft + ", left behind by an unfinished save");
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Cannot clear up " + draft + ", left behind by an unfinished save: " + ex);
		}
	}

	// In a directory where everybody may create files, anybody could have the start write
	// what they like.
	private static void checkOwner(Path journal) throws IOException {
		Path own = create(journal.resolveSibling(""), "owner");
		try {
			if (!Files.getOwner(journal, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
				throw new FileSystemException(journal.toString(), null, "it is somebody else's; nothing was done");
			}
		}
		finally {
			drop(own);
		}
	}

	// A process that was started after the draft was written has only got the number of
	// the one that wrote it.
	private static boolean isAbandoned(Path draft, long pid) throws IOException {
		if (pid == ProcessHandle.current().pid()) {
			return !isInUse(draft);
		}
		Optional<ProcessHandle> process = ProcessHandle.of(pid);
		Instant written = Files.getLastModifiedTime(draft).toInstant();
		return process.isEmpty() || process.get().info().startInstant().map(written::isBefore).orElse(false);
	}

	private static boolean isInUse(Path draft) {
		synchronized (inUse) {
			return inUse.contains(nameOf(draft));
		}
	}

	private static String nameOf(Path path) {
		return String.valueOf(path.getFileName());
	}

}
