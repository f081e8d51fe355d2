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
 * but not certain.
 *
 * @param size the size in bytes, negative if the file is absent
 * @param modified when the content was written
 * @param changed when content or attributes were written, which no program can set;
 * {@code null} if it was not requested or the file system does not support it
 * @param fileKey the identity of the file; {@code null} if the file system does not
 * support it
 */
record Fingerprint(long size, FileTime modified, @Nullable FileTime changed, @Nullable Object fileKey) {

	static final Fingerprint ABSENT = new Fingerprint(-1, FileTime.from(Instant.EPOCH), null, null);

	private static final long RACY_MILLIS = 2000;

	/**
	 * Take the fingerprint of a file, without {@code changed}.
	 * @param file the file; links are followed
	 * @return the fingerprint, {@link #ABSENT} if the file can't be read
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
	 * Take the fingerprint of a file, including {@code changed} if the file system
	 * supports it, at three times the cost.
	 * @param file the file; links are followed
	 * @return the fingerprint, {@link #ABSENT} if the file can't be read
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
	 * Return whether the file is the same as far as both fingerprints tell.
	 * @param other another fingerprint, quick or thorough
	 * @return whether no attribute that both have differs
	 */
	boolean isSameAs(Fingerprint other) {
		return this.size == other.size && this.modified.equals(other.modified)
				&& Objects.equals(this.fileKey, other.fileKey)
				&& (this.changed == null || other.changed == null || this.changed.equals(other.changed));
	}

	/**
	 * Return whether every write of the file changes its fingerprint, unless it is racy.
	 * @return whether there is a time that no program can set, or no file
	 */
	boolean detectsEveryWrite() {
		return this.changed != null || this.size < 0;
	}

	/**
	 * Return whether the file was changed so recently that another write may not change
	 * its times, because the clocks of file systems are coarse.
	 * @param now the present time
	 * @return whether a time of the file is less than two seconds away from now
	 */
	boolean isRacy(Instant now) {
		return isNear(this.modified, now) || (this.changed != null && isNear(this.changed, now));
	}

	private static boolean isNear(FileTime time, Instant now) {
		return Math.abs(time.toMillis() - now.toEpochMilli()) < RACY_MILLIS;
	}

}
