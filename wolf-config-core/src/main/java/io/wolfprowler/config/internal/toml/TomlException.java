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

package io.wolfprowler.config.internal.toml;

import java.util.List;

import io.wolfprowler.config.Problem;

/**
 * A text is not TOML, or exceeds a limit.
 */
public class TomlException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * Create an exception.
	 * @param problems all problems, at least one
	 */
	public TomlException(List<Problem> problems) {
		super(problems.get(0).describe("TOML"));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return all problems.
	 * @return the problems with their locations
	 */
	public List<Problem> getProblems() {
		return this.problems;
	}

}
