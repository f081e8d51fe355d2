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

package io.wolfprowler.config.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The names a file goes by: a path, what it leads to if it is a symbolic link, and so on
 * to the file itself.
 */
final class LinkedNames implements Iterable<Path> {

	private static final int MAX_LINKS = 40;

	private final List<Path> names = new ArrayList<>(1);

	LinkedNames(Path path) throws IOException {
		Path name = path.toAbsolutePath();
		this.names.add(name);
		while (Files.isSymbolicLink(name)) {
			if (this.names.size() > MAX_LINKS) {
				throw new FileSystemException(path.toString(), null, "is a loop of symbolic links");
			}
			name = name.resolveSibling(Files.readSymbolicLink(name));
			this.names.add(name);
		}
	}

	Path last() {
		return this.names.get(this.names.size() - 1);
	}

	@Override
	public Iterator<Path> iterator() {
		return this.names.iterator();
	}

}
