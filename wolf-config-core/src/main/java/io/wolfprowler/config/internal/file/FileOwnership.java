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
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

import org.jspecify.annotations.Nullable;

/**
 * The owner, group and mode of a file.
 *
 * @param attributes the attributes, {@code null} if the file system does not support them
 */
record FileOwnership(@Nullable PosixFileAttributes attributes) {

	static FileOwnership of(Path file) throws IOException {
		PosixFileAttributeView view = view(file);
		return new FileOwnership((view != null) ? view.readAttributes() : null);
	}

	/**
	 * Apply owner, group and mode to another file. The mode is set last: with the wrong
	 * owner, it could let the wrong users read the file.
	 * @return whether owner and group could be set
	 */
	boolean applyTo(Path file) throws IOException {
		PosixFileAttributeView view = view(file);
		if (view == null || this.attributes == null) {
			return true;
		}
		boolean owned = setOwner(view, this.attributes);
		if (owned) {
			view.setPermissions(this.attributes.permissions());
		}
		return owned;
	}

	private static boolean setOwner(PosixFileAttributeView view, PosixFileAttributes wanted) throws IOException {
		PosixFileAttributes present = view.readAttributes();
		try {
			if (!present.owner().equals(wanted.owner())) {
				view.setOwner(wanted.owner());
			}
			if (!present.group().equals(wanted.group())) {
				view.setGroup(wanted.group());
			}
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static @Nullable PosixFileAttributeView view(Path file) {
		return Files.getFileAttributeView(file, PosixFileAttributeView.class);
	}

}
