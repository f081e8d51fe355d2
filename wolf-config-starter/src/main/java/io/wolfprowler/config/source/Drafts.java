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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wolfprowler.config.ConfigManager;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The files a new content is written to before it takes the place of the old one. Their
 * names tell the process, so that those of a dead one can be deleted.
 */
final class Drafts {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private Drafts() {
	}

	/** Create an empty draft that only its owner may read and write. */
	static Path create(Path directory, String name) throws IOException {
		return Files.createTempFile(directory, "." + name + "." + ProcessHandle.current().pid() + ".", ".tmp");
	}

	/** Delete the drafts of processes that are gone. */
	static void sweep(Path directory, String name) throws IOException {
		Pattern draft = Pattern.compile("\\." + Pattern.quote(name) + "\\.(\\d{1,18})\\.\\d+\\.tmp");
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
			for (Path entry : entries) {
				Matcher matcher = draft.matcher(String.valueOf(entry.getFileName()));
				if (matcher.matches() && isAbandoned(entry, Long.parseLong(matcher.group(1)))) {
					Files.deleteIfExists(entry);
					logger.info("Deleted " + entry + ", left behind by an unfinished save");
				}
			}
		}
	}

	// In a container every process may have the same number: a draft that is older than
	// this process is not its own.
	private static boolean isAbandoned(Path draft, long pid) throws IOException {
		ProcessHandle current = ProcessHandle.current();
		if (pid != current.pid()) {
			return ProcessHandle.of(pid).isEmpty();
		}
		Instant written = Files.getLastModifiedTime(draft).toInstant();
		return current.info().startInstant().map(written::isBefore).orElse(false);
	}

}
