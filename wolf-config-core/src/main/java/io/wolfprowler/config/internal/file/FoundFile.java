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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * A path and the attributes of the file found there, before it is opened.
 *
 * @param path the path
 * @param attributes the attributes of the file that the path leads to; on POSIX systems
 * they are {@link PosixFileAttributes}
 * @param linked whether the path itself is a symbolic link
 */
record FoundFile(Path path, BasicFileAttributes attributes, boolean linked) {

	static FoundFile at(Path path) throws IOException {
		BasicFileAttributes attributes = attributes(path, LinkOption.NOFOLLOW_LINKS);
		return attributes.isSymbolicLink() ? new FoundFile(path, attributes(path), true)
				: new FoundFile(path, attributes, false);
	}

	/**
	 * Return the attributes of a file, including permissions if the file system has them.
	 */
	static BasicFileAttributes attributes(Path path, LinkOption... options) throws IOException {
		boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
		Class<? extends BasicFileAttributes> type = posix ? PosixFileAttributes.class : BasicFileAttributes.class;
		return Files.readAttributes(path, type, options);
	}

}
