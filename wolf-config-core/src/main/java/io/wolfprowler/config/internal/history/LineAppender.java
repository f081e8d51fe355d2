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
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A {@link RotatedFile} that is open for some lines.
 */
final class LineAppender implements Closeable {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final RotatedFile file;

	private FileChannel channel;

	private long size;

	private LineAppender(RotatedFile file) throws IOException {
		this.file = file;
		this.channel = file.channel();
	}

	static LineAppender of(RotatedFile file) throws IOException {
		LineAppender appender = new LineAppender(file);
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
	 * Append a line, in a new file if it does not fit into this one.
	 * @throws IOException when the line is not in the file as a whole; then as little of
	 * it is there as can be
	 */
	void append(String line) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
		if (this.file.isTooSmall(this.size, bytes.remaining())) {
			next();
		}
		long start = this.size;
		try {
			write(bytes);
		}
		catch (Throwable ex) {
			withdraw(start);
			throw ex;
		}
	}

	/** Return when everything is on the disk. */
	void force() throws IOException {
		this.channel.force(false);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	// Somebody was killed while writing it, or the power went.
	private void completeLine() throws IOException {
		if (this.size > 0 && lastByte() != '\n') {
			write(ByteBuffer.wrap(new byte[] { '\n' }));
		}
	}

	private byte lastByte() throws IOException {
		ByteBuffer last = ByteBuffer.allocate(1);
		try (FileChannel reader = FileChannel.open(this.file.path(), StandardOpenOption.READ,
				LinkOption.NOFOLLOW_LINKS)) {
			reader.read(last, this.size - 1);
		}
		return last.get(0);
	}

	private void next() throws IOException {
		force();
		if (this.file.rotate()) {
			FileChannel next = this.file.channel();
			this.channel.close();
			this.channel = next;
			this.size = next.size();
		}
	}

	private void write(ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			this.size += this.channel.write(bytes);
		}
	}

	// Not if another process has written behind it.
	private void withdraw(long start) {
		try {
			if (this.size > start && this.channel.size() == this.size) {
				this.channel.truncate(start);
			}
		}
		catch (IOException ex) {
			logger.debug("Cannot withdraw the beginning of a line from " + this.file, ex);
		}
		this.size = start;
	}

}
