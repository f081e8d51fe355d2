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
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Writes that are on the disk when the method returns. An interrupt does not abort them
 * and is restored afterwards.
 */
final class SyncedFile {

	private static final Log logger = LogFactory.getLog(SyncedFile.class);

	private SyncedFile() {
	}

	/**
	 * Write an existing file. Links are not followed: a user who may write the directory
	 * may have replaced the file with a link.
	 */
	static void write(Path file, byte[] content) throws IOException {
		uninterruptibly(() -> {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS)) {
				ByteBuffer bytes = ByteBuffer.wrap(content);
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
		});
	}

	/**
	 * Make renames in a directory durable. Does nothing on platforms that can't open a
	 * directory.
	 */
	static void syncDirectory(Path directory) {
		try {
			uninterruptibly(() -> {
				try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
					channel.force(true);
				}
			});
		}
		catch (IOException ex) {
			logger.debug("Cannot sync " + directory, ex);
		}
	}

	// An interrupt closes the channel; the operation is then repeated from its beginning.
	private static void uninterruptibly(Step step) throws IOException {
		boolean interrupted = Thread.interrupted();
		try {
			while (!isTaken(step)) {
				interrupted |= Thread.interrupted();
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static boolean isTaken(Step step) throws IOException {
		try {
			step.take();
			return true;
		}
		catch (ClosedByInterruptException ex) {
			return false;
		}
	}

	private interface Step {

		void take() throws IOException;

	}

}
