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

package io.wolfprowler.node;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Describes failures for log lines.
 */
final class Failures {

	private Failures() {
	}

	/** Return the reason, for which the JDK often gives only the path. */
	static String reason(Exception failure) {
		if (failure instanceof AccessDeniedException) {
			return "permission denied at " + failure.getMessage();
		}
		if (failure instanceof NoSuchFileException) {
			return failure.getMessage() + " does not exist";
		}
		if (failure instanceof FileSystemException system && system.getReason() != null) {
			return system.getReason();
		}
		return String.valueOf(failure.getMessage());
	}

}
