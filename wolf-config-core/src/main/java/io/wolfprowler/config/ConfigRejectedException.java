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
import java.util.stream.Collectors;

/**
 * An update was rejected or vetoed. Nothing has changed.
 */
public class ConfigRejectedException extends ConfigException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * Create an exception.
	 * @param source what was rejected
	 * @param problems all problems, at least one
	 */
	public ConfigRejectedException(String source, List<Problem> problems) {
		super(describe("Rejected " + source, source, problems));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return all problems.
	 * @return the problems, at least one
	 */
	public List<Problem> getProblems() {
		return (this.problems != null) ? this.problems : List.of();
	}

	static String describe(String headline, String source, List<Problem> problems) {
		return problems.stream()
			.map((problem) -> System.lineSeparator() + "  " + problem.describe(source))
			.collect(Collectors.joining("", headline + ":", ""));
	}

}
