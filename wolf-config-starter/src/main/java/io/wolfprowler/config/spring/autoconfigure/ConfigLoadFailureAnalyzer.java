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

package io.wolfprowler.config.spring.autoconfigure;

import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigLoadException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Analyzes a configuration that can't be used on startup.
 */
class ConfigLoadFailureAnalyzer extends AbstractFailureAnalyzer<ConfigLoadException> {

	private static final String PATH = "wolf.config.path";

	private static final String NEW_LINE = System.lineSeparator();

	private final Environment environment;

	ConfigLoadFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ConfigLoadException cause) {
		String problems = cause.getProblems()
			.stream()
			.map((problem) -> "    " + problem.describe(cause.getSource()))
			.collect(Collectors.joining(NEW_LINE));
		String description = "The configuration in " + cause.getSource() + " can't be used:" + NEW_LINE + NEW_LINE
				+ problems;
		return new FailureAnalysis(description, cause.isAbsent() ? create(cause) : fix(), cause);
	}

	private String create(ConfigLoadException cause) {
		String example = cause.getExample();
		String command = (example == null) ? ". " : ", for instance with" + NEW_LINE + NEW_LINE + "    echo '" + example
				+ "' > '" + cause.getSource() + "'" + NEW_LINE + NEW_LINE;
		boolean isDefault = cause.getSource().equals(this.environment.getProperty(PATH, "config.toml"));
		String otherwise = isDefault
				? "To use another file, set " + PATH + "; if the application needs none, set wolf.config.type=none. "
				: "";
		return "Create the file" + command + written(isDefault) + otherwise + "Relative paths are resolved against "
				+ System.getProperty("user.dir") + ".";
	}

	private static String written(boolean isDefault) {
		return "With wolf.config.create-if-missing=true the application creates it with all keys and their defaults."
				+ " Started with --wolf.config.template" + (isDefault ? "" : "=CLASS")
				+ " it prints such a file and exits. ";
	}

	private static String fix() {
		return "Fix the problems above and restart the application. With wolf.config.start-mode=last-good it starts with"
				+ " the newest version that it accepted before.";
	}

}
