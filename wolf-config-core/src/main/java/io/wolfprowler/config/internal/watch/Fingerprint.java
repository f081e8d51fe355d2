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

package io.wolfprowler.config.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What one system call tells about a file. Equal fingerprints make equal content likely,
 * never certain.
 *
 * @param size the size in bytes, negative when the file is absent
 * @param modified when the content was written
 * @param changed when content or attributes were written, which nobody can set;
 * {@code null} when not asked for, or when the file system does not tell
 * @param fileKey the identity of the file; {@code null} when the file system has none
 */
record Fingerprint(long size, FileTime modified, @Nullable FileTime changed, @Nullable Object fileKey) {

	static final Fingerprint ABSENT = new Fingerprint(-1, FileTime.from(Instant.EPOCH), null, null);

	private static final long RACY_MILLIS = 2000;

	/**
	 * Takes the fingerprint of a file, without {@code changed}.
	 * @param file the file; links are followed
	 * @return the fingerprint, or {@link #ABSENT} when there is none to be had
	 */
	static Fingerprint quick(Path file) {
		try {
			return basic(file);
		}
		catch (IOException | RuntimeException ex) {
			return ABSENT;
		}
	}

	/**
	 * Takes the fingerprint of a file with all that the file system tells, at three times
	 * the price.
	 * @param file the file; links are followed
	 * @return the fingerprint, or {@link #ABSENT} when there is none to be had
	 */
	static Fingerprint thorough(Path file) {
		try {
			return isUnix(file) ? unix(file) : basic(file);
		}
		catch (IOException | RuntimeException ex) {
			return ABSENT;
		}
	}

	private static boolean isUnix(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("unix");
	}

	private static Fingerprint unix(Path file) throws IOException {
		Map<String, Object> attributes = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,fileKey");
		return new Fingerprint(value(attributes, "size", Long.class),
				value(attributes, "lastModifiedTime", FileTime.class), value(attributes, "ctime", FileTime.class),
				attributes.get("fileKey"));
	}

	private static <T> T value(Map<String, Object> attributes, String name, Class<T> type) {
		return type.cast(Objects.requireNonNull(attributes.get(name), name));
	}

	private static Fingerprint basic(Path file) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		return new Fingerprint(attributes.size(), attributes.lastModifiedTime(), null, attributes.fileKey());
	}

	/**
	 * Whether the file is the same as far as both fingerprints tell.
	 * @param other another fingerprint, quick or thorough
	 * @return whether nothing that both have differs
	 */
	boolean isSameAs(Fingerprint other) {
		return this.size == other.size && this.modified.equals(other.modified)
				&& Objects.equals(this.fileKey, other.fileKey)
				&& (this.changed == null || other.changed == null || this.changed.equals(other.changed));
	}

	/**
	 * Whether no write of the file can leave its fingerprint as it is, unless it is racy.
	 * @return whether there is a time that nobody can put back, or no file
	 */
	boolean detectsEveryWrite() {
		return this.changed != null || this.size < 0;
	}

	/**
	 * Whether the file is so young that it may be written again without its times moving,
	 * for clocks of file systems tick slowly.
	 * @param now the present time
	 * @return whether a time of the file is less than two seconds from now
	 */
	boolean isRacy(Instant now) {
		return isNear(this.modified, now) || (this.changed != null && isNear(this.changed, now));
	}

	private static boolean isNear(FileTime time, Instant now) {
		return Math.abs(time.toMillis() - now.toEpochMilli()) < RACY_MILLIS;
	}

}
