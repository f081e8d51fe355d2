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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where file systems are mounted, single files among them, as containers do it. Nothing
 * can be renamed over those.
 */
final class MountPoints {

	private static final Path TABLE = Path.of("/proc/self/mountinfo");

	private static final int POINT = 4;

	private MountPoints() {
	}

	/**
	 * Whether a file is a mount point; {@code true} where there is no telling.
	 */
	static boolean mayBe(Path file) {
		try {
			String real = file.toRealPath().toString();
			for (String line : Files.readString(TABLE, StandardCharsets.ISO_8859_1).split("\n")) {
				if (unescape(line.split(" ")[POINT]).equals(real)) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	// The kernel writes space, tab, line feed and backslash as octal numbers.
	private static String unescape(String point) {
		String raw = point.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
		return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
