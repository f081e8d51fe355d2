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

package io.wolfprowler.config.internal.engine.attempt;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/**
 * Describes why a source or a file can't be read or written.
 */
public final class IoFailure {

	private IoFailure() {
	}

	/**
	 * Describe a failure.
	 * @param failure the exception
	 * @return its reason, without the path that its own message repeats
	 */
	public static String messageOf(Exception failure) {
		if (failure instanceof AccessDeniedException denied) {
			return "permission denied for " + denied.getFile();
		}
		if (failure instanceof FileSystemException system && system.getReason() != null) {
			return system.getReason();
		}
		String message = failure.getMessage();
		return (message != null) ? message : failure.getClass().getSimpleName();
	}

}
