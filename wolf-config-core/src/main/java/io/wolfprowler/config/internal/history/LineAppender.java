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

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Appends lines to the file that is at a path now. It is open for one batch of lines
 * only, so the next batch finds a file that was moved or deleted meanwhile missing, and
 * creates a new one. Not thread-safe.
 */
final class LineAppender implements Closeable {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Set<OpenOption> APPEND = Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND,
			StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);

	private final Path file;

	private final FileChannel channel;

	private long size;

	private LineAppender(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Open a file at its end, and complete its last line. The file is created with its
	 * directory when it is missing.
	 * @param file an absolute path
	 * @throws IOException when the file can't be opened or is not a regular file
	 */
	static LineAppender open(Path file) throws IOException {
		LineAppender appender = new LineAppender(file, openChannel(file));
		try {
			appender.size = appender.channel.size();
			appender.completeLine();
			return appender;
		}
		catch (Throwable ex) {
			appender.close();
			throw ex;
		}
	}

	/**
	 * Append a line.
	 * @throws IOException when the line is not written as a whole; as little of it as
	 * possible is then left in the file
	 */
	void append(String line) throws IOException {
		long start = this.size;
		try {
			write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
		}
		catch (Throwable ex) {
			withdraw(start);
			throw ex;
		}
	}

	/** Force all lines to the disk. */
	void force() throws IOException {
		this.channel.force(false);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	// Opening a pipe would wait for its reader, and a link might lead anywhere.
	private static FileChannel openChannel(Path file) throws IOException {
		Path directory = Objects.requireNonNull(file.getParent(), "parent");
		Files.createDirectories(directory);
		boolean present = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
		if (present && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileSystemException(file.toString(), null, "must be a regular file");
		}
		FileChannel channel = FileChannel.open(file, APPEND, ownerOnly(file));
		if (!present) {
			syncDirectory(directory);
		}
		return channel;
	}

	private static FileAttribute<?>[] ownerOnly(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	/** Make a new name durable. Not every platform can open a directory. */
	private static void syncDirectory(Path directory) {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			logger.debug("Cannot sync " + directory, ex);
		}
	}

	// The process that wrote it was killed, or the power failed.
	private void completeLine() throws IOException {
		if (this.size > 0 && lastByte() != '\n') {
			write(ByteBuffer.wrap(new byte[] { '\n' }));
		}
	}

	// A channel that appends can't read.
	private byte lastByte() throws IOException {
		ByteBuffer last = ByteBuffer.allocate(1);
		try (FileChannel reader = FileChannel.open(this.file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
			reader.read(last, this.size - 1);
			return last.get(0);
		}
		catch (NoSuchFileException ex) {
			logger.debug(this.file + " was moved or deleted after it was opened", ex);
			return '\n';
		}
	}

	private void write(ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			this.size += this.channel.write(bytes);
		}
	}

	// Unless another process has appended something after it.
	private void withdraw(long start) {
		try {
			if (this.size > start && this.channel.size() == this.size) {
				this.channel.truncate(start);
			}
		}
		catch (IOException ex) {
			logger.debug("Cannot remove the beginning of a line from " + this.file, ex);
		}
		this.size = start;
	}

}
