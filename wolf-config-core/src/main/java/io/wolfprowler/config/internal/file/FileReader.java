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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

import io.wolfprowler.config.spi.SourceRejectedException;

/**
 * Reads a regular file of limited size. It reads the file twice and compares, to detect a
 * concurrent write.
 */
class FileReader {

	private static final int ATTEMPTS = 3;

	private static final int CHUNK = 64 * 1024;

	private final Path path;

	private final long maxSize;

	private final PermissionCheck permissions;

	FileReader(Path path, long maxSize, PermissionCheck permissions) {
		this.path = path;
		this.maxSize = maxSize;
		this.permissions = permissions;
	}

	byte[] read() throws IOException {
		FoundFile found = FoundFile.at(this.path);
		check(found.attributes());
		this.permissions.check(found);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try (RandomAccessFile file = open()) {
				byte[] first = readAll(file, found.attributes().size());
				if (isStill(first, file)) {
					return first;
				}
			}
		}
		throw new FileSystemException(this.path.toString(), null, "is being written right now");
	}

	// Checked before the file is opened, because opening a pipe would block forever.
	private void check(BasicFileAttributes attributes) throws IOException {
		if (!attributes.isRegularFile()) {
			String kind = attributes.isDirectory() ? "a directory" : "a device, pipe or socket";
			throw new SourceRejectedException("must be a regular file, found " + kind);
		}
		if (attributes.size() > this.maxSize) {
			throw tooLarge(attributes.size() + " bytes");
		}
	}

	// Not a channel, because an interrupt would close it. The constructor throws
	// FileNotFoundException for every failure, so the actual one is found here.
	private RandomAccessFile open() throws IOException {
		try {
			return new RandomAccessFile(this.path.toFile(), "r");
		}
		catch (FileNotFoundException ex) {
			Files.readAttributes(this.path, BasicFileAttributes.class);
			if (!Files.isReadable(this.path)) {
				throw new AccessDeniedException(this.path.toString());
			}
			throw ex;
		}
	}

	private byte[] readAll(RandomAccessFile file, long size) throws IOException {
		byte[] buffer = new byte[(int) size];
		int count = fill(buffer, 0, file);
		for (int next = file.read(); next >= 0; next = file.read()) {
			buffer = (count < buffer.length) ? buffer : larger(buffer, file);
			buffer[count] = (byte) next;
			count = fill(buffer, count + 1, file);
		}
		return (count == buffer.length) ? buffer : Arrays.copyOf(buffer, count);
	}

	private static int fill(byte[] buffer, int from, RandomAccessFile file) throws IOException {
		int count = from;
		for (int read = 0; read >= 0 && count < buffer.length;) {
			read = file.read(buffer, count, buffer.length - count);
			count += Math.max(read, 0);
		}
		return count;
	}

	private static boolean isStill(byte[] content, RandomAccessFile file) throws IOException {
		file.seek(0);
		byte[] chunk = new byte[Math.min(CHUNK, content.length + 1)];
		int at = 0;
		int read = file.read(chunk);
		while (read > 0 && at + read <= content.length && Arrays.equals(chunk, 0, read, content, at, at + read)) {
			at += read;
			read = file.read(chunk);
		}
		return read < 0 && at == content.length;
	}

	// The file has more bytes than its size said: it is growing, or its content is
	// generated on read.
	private byte[] larger(byte[] full, RandomAccessFile file) throws IOException {
		if (full.length >= this.maxSize) {
			long size = file.length();
			throw tooLarge((size > this.maxSize) ? size + " bytes" : "more");
		}
		return Arrays.copyOf(full, (int) Math.min(2L * full.length + 1024, this.maxSize));
	}

	private SourceRejectedException tooLarge(String found) {
		return new SourceRejectedException("must be at most " + this.maxSize + " bytes (max-size), found " + found);
	}

}
