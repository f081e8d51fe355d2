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
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The mount points of a process on Linux, see proc_pid_mountinfo(5).
 *
 * @param table the file that lists them
 */
record MountTable(Path table) {

	static final MountTable OF_THIS_PROCESS = new MountTable(Path.of("/proc/self/mountinfo"));

	private static final Log logger = LogFactory.getLog(MountTable.class);

	private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

	private static final int MOUNT_POINT = 4;

	/**
	 * Return whether a file is a mount point itself. It then stays the same file, even if
	 * the original is replaced outside of the mount, and it can't be replaced by a
	 * rename.
	 */
	boolean contains(Path file) {
		return Boolean.TRUE.equals(find(file));
	}

	/** Return whether a file is a mount point or this can't be determined. */
	boolean mayContain(Path file) {
		return !Boolean.FALSE.equals(find(file));
	}

	private @Nullable Boolean find(Path file) {
		try {
			String real = file.toRealPath().toString();
			return Files.isRegularFile(this.table) ? mountPoints().contains(real) : null;
		}
		catch (IOException ex) {
			logger.debug("Cannot find out whether " + file + " is a mount point", ex);
			return null;
		}
	}

	private List<String> mountPoints() throws IOException {
		return Files.readAllLines(this.table)
			.stream()
			.map((line) -> line.split(" "))
			.filter((fields) -> fields.length > MOUNT_POINT)
			.map((fields) -> ESCAPED.matcher(fields[MOUNT_POINT]).replaceAll(MountTable::character))
			.toList();
	}

	// Only white space and the backslash are escaped, so the replacement never contains a
	// group reference.
	private static String character(MatchResult escaped) {
		String character = String.valueOf((char) Integer.parseInt(escaped.group(1), 8));
		return character.equals("\\") ? "\\\\" : character;
	}

}
