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

import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Overwrites a file in place, for a file that can't be replaced by a rename. A reader may
 * see the file half-written, and a crash may leave it so, because the system writes page
 * by page and truncates last. Therefore a journal beside the file holds both documents
 * until the write is synced, and the next start completes a write that a crash
 * interrupted.
 */
final class InPlaceWrite {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final int BLOCK = 512;

	private final byte[] before;

	private final byte[] after;

	InPlaceWrite(byte[] before, byte[] after) {
		this.before = before;
		this.after = after;
	}

	/**
	 * Overwrite a file. If this fails, the old document is restored.
	 * @throws TornFileException if restoring the old document fails too
	 */
	void to(Path target) throws IOException {
		try {
			overwrite(target, this.after);
		}
		catch (IOException ex) {
			undo(target, ex);
			throw ex;
		}
	}

	/** Complete a write that a crash interrupted, unless the file was changed since. */
	static void finish(Path target, Path journal) throws IOException {
		if (!Files.isRegularFile(target)) {
			throw new FileSystemException(target.toString(), null, "must be a regular file");
		}
		InPlaceWrite write = read(journal);
		byte[] present = Files.readAllBytes(target);
		if (write.isTorn(present)) {
			overwrite(target, write.after);
			logger.warn("Finished writing " + target + ", which a crash had left half-written");
		}
	}

	/** Write both documents to an existing file, durably. */
	void log(Path journal) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + this.before.length + this.after.length);
		SyncedFile.write(journal, bytes.putInt(this.before.length).put(this.before).put(this.after).array());
	}

	private static InPlaceWrite read(Path journal) throws IOException {
		if (!Files.isRegularFile(journal, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileSystemException(journal.toString(), null, "must be a regular file");
		}
		try (DataInputStream in = new DataInputStream(Files.newInputStream(journal))) {
			byte[] before = in.readNBytes(Math.max(0, in.readInt()));
			return new InPlaceWrite(before, in.readAllBytes());
		}
	}

	/** Return whether the bytes in the file are a mixture of both documents. */
	private boolean isTorn(byte[] present) {
		int shorter = Math.min(this.before.length, this.after.length);
		int longer = Math.max(this.before.length, this.after.length);
		if (Arrays.equals(present, this.before) || Arrays.equals(present, this.after) || present.length < shorter
				|| present.length > longer) {
			return false;
		}
		for (int from = 0; from < present.length; from += BLOCK) {
			if (!isMixed(Arrays.copyOfRange(present, from, Math.min(from + BLOCK, present.length)), from)) {
				return false;
			}
		}
		return true;
	}

	// New up to some byte, old from there on. Where a file has grown and nothing is
	// written yet, there are zeros.
	private boolean isMixed(byte[] block, int from) {
		int written = Arrays.mismatch(block, blockOf(this.after, from, block.length));
		byte[] old = blockOf(this.before, from, block.length);
		return written < 0 || Arrays.equals(block, written, block.length, old, written, block.length);
	}

	private static byte[] blockOf(byte[] content, int from, int length) {
		byte[] rest = Arrays.copyOfRange(content, Math.min(from, content.length), from + length);
		return Arrays.copyOf(rest, length);
	}

	private void undo(Path target, IOException failure) throws TornFileException {
		try {
			overwrite(target, this.before);
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
			throw new TornFileException(target, failure);
		}
	}

	// Not a channel, because an interrupt would close it in the middle of the write.
	private static void overwrite(Path target, byte[] content) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(target.toFile(), "rw")) {
			file.write(content);
			file.setLength(content.length);
			file.getFD().sync();
		}
	}

}
