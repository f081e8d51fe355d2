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

/**
 * A symbolic link and its target.
 *
 * @param path the path of the link
 * @param target the target as written in the link
 */
record Link(Path path, Path target) {

	static Link read(Path path) throws IOException {
		return new Link(path, Files.readSymbolicLink(path));
	}

	boolean isCurrent() {
		try {
			return read(this.path).equals(this);
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

}
