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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.SourceRefusedException;
import io.wolfprowler.config.watch.LinkChain;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.jspecify.annotations.Nullable;

/**
 * Notices a file that its group or everybody may write, or put another one in the place
 * of, or of a link to it: whoever can do so can steer the application.
 */
class PermissionCheck {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final int STICKY = 01000;

	private final FilePermissions policy;

	private volatile List<String> warned = List.of();

	PermissionCheck(FilePermissions policy) {
		this.policy = policy;
	}

	void check(Path path) throws IOException {
		if (this.policy == FilePermissions.IGNORE) {
			return;
		}
		List<String> objections = objections(path);
		if (this.policy == FilePermissions.ENFORCE && !objections.isEmpty()) {
			throw new SourceRefusedException(String.join("; ", objections));
		}
		List<String> known = this.warned;
		objections.stream().filter((each) -> !known.contains(each)).forEach((each) -> logger.warn(path + " " + each));
		this.warned = objections;
	}

	private static List<String> objections(Path path) throws IOException {
		List<String> objections = new ArrayList<>(0);
		String file = writableByOthers(path);
		if (file != null) {
			objections.add("must not be writable by its group or others, found " + file + "; run chmod go-w on it");
		}
		for (Path directory : LinkChain.of(path.toAbsolutePath()).names().keySet()) {
			String found = writableByOthers(directory);
			if (found != null && isReplaceableIn(directory)) {
				objections.add("must not lie in " + directory + ", which its group or others may write, found " + found
						+ "; run chmod go-w on it");
			}
		}
		return List.copyOf(objections);
	}

	private static @Nullable String writableByOthers(Path path) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		if (view == null) {
			return null;
		}
		Set<PosixFilePermission> permissions = view.readAttributes().permissions();
		boolean writable = permissions.contains(PosixFilePermission.GROUP_WRITE)
				|| permissions.contains(PosixFilePermission.OTHERS_WRITE);
		return writable ? PosixFilePermissions.toString(permissions) : null;
	}

	// In a sticky directory everybody may only replace what is theirs. That of a
	// Kubernetes volume is open to all, but mounted read-only.
	private static boolean isReplaceableIn(Path directory) {
		try {
			int mode = (int) Files.getAttribute(directory, "unix:mode");
			return (mode & STICKY) == 0 && !Files.getFileStore(directory).isReadOnly();
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("Cannot find out how " + directory + " is mounted", ex);
			return true;
		}
	}

}
