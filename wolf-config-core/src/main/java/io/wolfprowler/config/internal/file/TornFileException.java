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
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A write in place failed and could not be undone.
 */
final class TornFileException extends FileSystemException {

	private static final long serialVersionUID = 1L;

	TornFileException(Path target, IOException cause) {
		super(target.toString(), null, target + " may be half-written: writing it in place failed ("
				+ cause.getMessage() + ") and could not be undone. The next start completes it");
		initCause(cause);
	}

}
