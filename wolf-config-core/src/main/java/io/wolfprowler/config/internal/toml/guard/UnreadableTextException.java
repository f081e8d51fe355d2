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

package io.wolfprowler.config.internal.toml.guard;

import io.wolfprowler.config.Problem;

/**
 * The parser can't be given a text, or gave up on it.
 */
final class UnreadableTextException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	UnreadableTextException(Problem problem) {
		super(problem.message());
		this.problem = problem;
	}

	Problem problem() {
		return this.problem;
	}

}
