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
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spi.SourceRejectedException;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Replaces a document in a file atomically: a reader sees the old or the new document,
 * and so does a start after a crash. Symbolic links, the owner and the mode are
 * preserved.
 */
class AtomicWrite {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final int MAX_LINKS = 40;

	private static final int ATTEMPTS = 3;

	private final Path target;

	private final Precondition precondition;

	/**
	 * Create a write.
	 * @param path the path of the file
	 * @param precondition checked as late as possible before the file is replaced
	 */
	AtomicWrite(Path path, Precondition precondition) throws IOException {
		this.target = target(path);
		this.precondition = precondition;
	}

	/**
	 * Replace the document. If this fails, nothing has changed.
	 * @throws SourceRejectedException if the target is not a regular file
	 * @throws StaleRevisionException if the precondition does not hold
	 */
	void write(byte[] content) throws IOException {
		this.precondition.check();
		try {
			tryToWrite(content);
		}
		catch (StaleRevisionException | SourceRejectedException | TornFileException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw explained(ex);
		}
	}

	private void tryToWrite(byte[] content) throws IOException {
		Path directory = directoryOf(this.target);
		Files.createDirectories(directory);
		boolean written = false;
		for (int attempt = 1; !written; attempt++) {
			written = writeOnce(directory, content, attempt == ATTEMPTS);
		}
	}

	// A process in another container does not see this process, so it may delete the
	// temporary file when it starts.
	private boolean writeOnce(Path directory, byte[] content, boolean last) throws IOException {
		Path temporary = TemporaryFiles.create(directory, nameOf(this.target));
		try {
			writeThrough(temporary, content);
			return true;
		}
		catch (NoSuchFileException ex) {
			if (last || Files.exists(temporary)) {
				throw ex;
			}
			return false;
		}
		finally {
			TemporaryFiles.delete(temporary);
		}
	}

	private void writeThrough(Path temporary, byte[] content) throws IOException {
		SyncedFile.write(temporary, content);
		boolean replaceable = !Files.exists(this.target) || FileOwnership.of(this.target).applyTo(temporary);
		this.precondition.check();
		if (!replaceable) {
			inPlace(content, "its owner can't be given to a new file");
			return;
		}
		move(temporary, content);
		SyncedFile.syncDirectory(directoryOf(temporary));
	}

	/** Delete the temporary files that a crash has left beside a file. */
	static void deleteAbandonedFiles(Path path) {
		try {
			TemporaryFiles.deleteAbandoned(target(path));
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.debug("Cannot look for temporary files of " + path, ex);
		}
	}

	private void move(Path temporary, byte[] content) throws IOException {
		try {
			Files.move(temporary, this.target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (FileSystemException ex) {
			// EBUSY, which the JDK reports as a plain FileSystemException.
			if (ex.getClass() != FileSystemException.class || !MountTable.OF_THIS_PROCESS.mayContain(this.target)) {
				throw ex;
			}
			inPlace(content, ex.getReason());
		}
	}

	private void inPlace(byte[] content, String reason) throws IOException {
		logger.warn("Writing " + this.target + " in place, because it can't be replaced: " + reason
				+ ". A reader may briefly see it half-written");
		writeWithJournal(new InPlaceWrite(Files.readAllBytes(this.target), content));
	}

	private void writeWithJournal(InPlaceWrite write) throws IOException {
		Path directory = directoryOf(this.target);
		Path journal = TemporaryFiles.create(directory, nameOf(this.target));
		try {
			write.log(journal);
			journal = TemporaryFiles.toJournal(journal);
			SyncedFile.syncDirectory(directory);
			write.to(this.target);
			TemporaryFiles.delete(journal);
		}
		catch (TornFileException ex) {
			TemporaryFiles.release(journal);
			throw ex;
		}
		catch (IOException ex) {
			TemporaryFiles.delete(journal);
			throw ex;
		}
	}

	private IOException explained(IOException failure) {
		String reason = failure.getMessage();
		if (failure instanceof AccessDeniedException) {
			reason = "permission denied; a save creates a new file beside the old one, so "
					+ System.getProperty("user.name") + " must be allowed to write to " + directoryOf(this.target);
		}
		else if (failure instanceof FileSystemException system && system.getReason() != null) {
			reason = system.getReason();
		}
		FileSystemException explained = new FileSystemException(this.target.toString(), null,
				this.target + " can't be replaced: " + reason + ". The file is unchanged; fix this and save again");
		explained.initCause(failure);
		return explained;
	}

	private static Path target(Path path) throws IOException {
		Path target = path.toAbsolutePath();
		for (int i = 0; Files.isSymbolicLink(target); i++) {
			if (i == MAX_LINKS) {
				throw new FileSystemException(path.toString(), null, "is a loop of symbolic links");
			}
			target = target.resolveSibling(Files.readSymbolicLink(target));
		}
		return target;
	}

	private static Path directoryOf(Path target) {
		Path parent = target.getParent();
		return (parent != null) ? parent : target;
	}

	private static String nameOf(Path target) {
		return String.valueOf(target.getFileName());
	}

	/**
	 * A condition for replacing the file.
	 */
	@FunctionalInterface
	interface Precondition {

		void check() throws IOException;

	}

}
