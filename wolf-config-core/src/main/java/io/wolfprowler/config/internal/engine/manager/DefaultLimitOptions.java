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

import io.wolfprowler.config.LimitOptions;

/**
 * How large a document may be.
 */
final class DefaultLimitOptions implements LimitOptions {

	private static final int DEEPEST = 128;

	long maxSize = 4 * 1024 * 1024;

	int maxDepth = 64;

	int maxKeys = 200_000;

	@Override
	public LimitOptions maxSize(long bytes) {
		Arguments.check(bytes >= 1 && bytes < Integer.MAX_VALUE,
				"'maxSize' must be between 1 byte and 2 GiB, found " + bytes);
		this.maxSize = bytes;
		return this;
	}

	@Override
	public LimitOptions maxDepth(int levels) {
		Arguments.check(levels >= 1 && levels <= DEEPEST, "'maxDepth' must be between 1 and 128, found " + levels);
		this.maxDepth = levels;
		return this;
	}

	@Override
	public LimitOptions maxKeys(int keys) {
		Arguments.check(keys >= 1, "'maxKeys' must be at least 1, found " + keys);
		this.maxKeys = keys;
		return this;
	}

}
