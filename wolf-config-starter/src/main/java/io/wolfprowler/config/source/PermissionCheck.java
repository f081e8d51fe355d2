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
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.SourceRefusedException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Notices a file that its group or everybody may write: whoever can write the
 * configuration can steer the application.
 */
class PermissionCheck {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final FilePermissions policy;

	private final AtomicBoolean warned = new AtomicBoolean();

	PermissionCheck(FilePermissions policy) {
		this.policy = policy;
	}

	void check(Path path) throws IOException {
		if (this.policy == FilePermissions.IGNORE) {
			return;
		}
		PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		if (view == null) {
			return;
		}
		Set<PosixFilePermission> permissions = view.readAttributes().permissions();
		if (permissions.contains(PosixFilePermission.GROUP_WRITE)
				|| permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
			object(path, PosixFilePermissions.toString(permissions));
		}
		else {
			this.warned.set(false);
		}
	}

	private void object(Path path, String permissions) throws SourceRefusedException {
		String message = "must not be writable by its group or others, found " + permissions + "; run chmod go-w on it";
		if (this.policy == FilePermissions.ENFORCE) {
			throw new SourceRefusedException(message);
		}
		if (this.warned.compareAndSet(false, true)) {
			logger.warn(path + " " + message);
		}
	}

}
