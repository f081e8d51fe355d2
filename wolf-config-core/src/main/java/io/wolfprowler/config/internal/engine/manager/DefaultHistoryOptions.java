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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.util.Objects;

import io.wolfprowler.config.HistoryOptions;
import org.jspecify.annotations.Nullable;

/**
 * Which accepted versions are kept.
 */
final class DefaultHistoryOptions implements HistoryOptions {

	int size = 20;

	@Nullable Path directory;

	boolean required;

	@Override
	public HistoryOptions size(int size) {
		Arguments.check(size >= 1, "'size' must be at least 1, found " + size);
		this.size = size;
		return this;
	}

	@Override
	public HistoryOptions directory(Path directory) {
		this.directory = Objects.requireNonNull(directory, "directory");
		return this;
	}

	@Override
	public HistoryOptions required(boolean required) {
		this.required = required;
		return this;
	}

}
