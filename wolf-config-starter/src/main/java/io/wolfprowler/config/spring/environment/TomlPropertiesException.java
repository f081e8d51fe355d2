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

package io.wolfprowler.config.spring.environment;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wolfprowler.config.Problem;

import org.springframework.core.io.Resource;

/**
 * Thrown when a file in the configuration data of Spring Boot is not valid TOML.
 * Unchecked, unlike a failure to read it.
 */
public class TomlPropertiesException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String source;

	private final transient List<Problem> problems;

	TomlPropertiesException(Resource resource, List<Problem> problems) {
		this(describe(Objects.requireNonNull(resource, "resource")), List.copyOf(problems));
	}

	private TomlPropertiesException(String source, List<Problem> problems) {
		super(lines(source, problems).collect(Collectors.joining("; ")));
		this.source = source;
		this.problems = problems;
	}

	/**
	 * Return all problems.
	 * @return the problems with their locations
	 */
	public List<Problem> getProblems() {
		return this.problems;
	}

	/**
	 * Return the problems as text.
	 * @return one line for each, {@code file:line:column: message}
	 */
	public List<String> lines() {
		return lines(this.source, this.problems).toList();
	}

	/**
	 * Return the name of the file.
	 * @return its path if it has one, otherwise a description
	 */
	public String getSource() {
		return this.source;
	}

	private static Stream<String> lines(String source, List<Problem> problems) {
		return problems.stream().map((problem) -> problem.describe(source));
	}

	private static String describe(Resource resource) {
		try {
			return resource.isFile() ? resource.getFile().getPath() : resource.getDescription();
		}
		catch (IOException ex) {
			return resource.getDescription();
		}
	}

}
