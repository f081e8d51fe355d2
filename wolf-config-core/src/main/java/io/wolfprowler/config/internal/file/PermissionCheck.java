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
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.internal.watch.LinkChain;
import io.wolfprowler.config.spi.SourceRejectedException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the group or others may write a file, or replace the file or a link on
 * its path. They could control the application.
 */
class PermissionCheck {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final int STICKY = 01000;

	private final FilePermissions policy;

	private volatile List<String> warned = List.of();

	/** The key of the file's directory, if no link leads there. */
	private volatile @Nullable Object unlinked;

	PermissionCheck(FilePermissions policy) {
		this.policy = policy;
	}

	void check(FoundFile file) throws IOException {
		if (this.policy == FilePermissions.IGNORE) {
			return;
		}
		List<String> objections = objections(file);
		if (this.policy == FilePermissions.ENFORCE && !objections.isEmpty()) {
			throw new SourceRejectedException(String.join("; ", objections));
		}
		warn(file.path(), objections);
	}

	private void warn(Path path, List<String> objections) {
		List<String> known = this.warned;
		for (String objection : objections) {
			if (!known.contains(objection)) {
				logger.warn(path + " " + objection);
			}
		}
		this.warned = objections;
	}

	private List<String> objections(FoundFile file) throws IOException {
		List<String> objections = new ArrayList<>(0);
		String found = writableByOthers(file.attributes());
		if (found != null) {
			objections.add("must not be writable by its group or others, found " + found + "; run chmod go-w on it");
		}
		for (Map.Entry<Path, BasicFileAttributes> directory : directories(file).entrySet()) {
			found = writableByOthers(directory.getValue());
			if (found != null && isReplaceableIn(directory.getKey())) {
				objections.add("must not lie in " + directory.getKey() + ", which its group or others may write, found "
						+ found + "; run chmod go-w on it");
			}
		}
		return objections;
	}

	// Walking from the root takes longer than reading a small file. As long as no link is
	// on the path and the directory is the same, it need not be walked again.
	private Map<Path, BasicFileAttributes> directories(FoundFile file) throws IOException {
		Path path = file.path().toAbsolutePath();
		Path parent = Objects.requireNonNull(path.getParent(), "parent");
		BasicFileAttributes attributes = FoundFile.attributes(parent);
		Object known = this.unlinked;
		if (!file.linked() && known != null && known.equals(attributes.fileKey())) {
			return Map.of(parent, attributes);
		}
		LinkChain chain = LinkChain.of(path);
		this.unlinked = chain.links().isEmpty() ? attributes.fileKey() : null;
		Map<Path, BasicFileAttributes> directories = new LinkedHashMap<>();
		for (Path directory : chain.names().keySet()) {
			directories.put(directory, FoundFile.attributes(directory));
		}
		return directories;
	}

	private static @Nullable String writableByOthers(BasicFileAttributes attributes) {
		if (!(attributes instanceof PosixFileAttributes posix)) {
			return null;
		}
		Set<PosixFilePermission> permissions = posix.permissions();
		boolean writable = permissions.contains(PosixFilePermission.GROUP_WRITE)
				|| permissions.contains(PosixFilePermission.OTHERS_WRITE);
		return writable ? PosixFilePermissions.toString(permissions) : null;
	}

	// In a sticky directory, users may only replace their own files. The directory of a
	// Kubernetes volume is writable by all, but mounted read-only.
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
