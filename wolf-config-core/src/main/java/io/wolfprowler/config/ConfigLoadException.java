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

package io.wolfprowler.config;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A manager can't start because there is no valid document.
 */
public class ConfigLoadException extends ConfigException {

	private static final long serialVersionUID = 1L;

	private final String source;

	private final transient List<Problem> problems;

	private final boolean absent;

	private final @Nullable String example;

	/**
	 * Create an exception.
	 * @param source the description of the source
	 * @param problems all problems, at least one
	 * @param absent whether the source has no document at all
	 * @param example a line that a new document could begin with, {@code null} if none is
	 * known
	 */
	public ConfigLoadException(String source, List<Problem> problems, boolean absent, @Nullable String example) {
		super(ConfigRejectedException.describe("Cannot start on " + source, source, problems));
		this.source = source;
		this.problems = List.copyOf(problems);
		this.absent = absent;
		this.example = example;
	}

	/**
	 * Return the description of the source.
	 * @return for a file, the path as it was configured
	 */
	public String getSource() {
		return this.source;
	}

	/**
	 * Return all problems.
	 * @return the problems, at least one
	 */
	public List<Problem> getProblems() {
		return (this.problems != null) ? this.problems : List.of();
	}

	/**
	 * Return whether the source has no document at all.
	 * @return {@code true} if the document is absent rather than invalid or unreadable
	 */
	public boolean isAbsent() {
		return this.absent;
	}

	/**
	 * Return a line that a new document could begin with.
	 * @return a key with its default, {@code null} if none is known
	 */
	public @Nullable String getExample() {
		return this.example;
	}

}
