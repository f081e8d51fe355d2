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

package io.wolfprowler.config.autoconfigure;

import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigLoadException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports a configuration that the application can't start on.
 */
class ConfigLoadFailureAnalyzer extends AbstractFailureAnalyzer<ConfigLoadException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ConfigLoadException cause) {
		String problems = cause.getProblems()
			.stream()
			.map((problem) -> "    " + problem.describe(cause.getSource()))
			.collect(Collectors.joining(System.lineSeparator()));
		String description = "The configuration in " + cause.getSource() + " can't be used:" + System.lineSeparator()
				+ System.lineSeparator() + problems;
		return new FailureAnalysis(description, action(cause), cause);
	}

	private static String action(ConfigLoadException cause) {
		if (cause.isAbsent()) {
			return "Create the file with at least one key, for instance:" + System.lineSeparator()
					+ System.lineSeparator() + "    echo 'web_port = 8080' > " + cause.getSource()
					+ System.lineSeparator() + System.lineSeparator()
					+ "or set wolf.config.path to the file that is meant. It is looked for in "
					+ System.getProperty("user.dir") + ".";
		}
		return "Fix the lines named above and start again. With wolf.config.start-mode=last-good the application"
				+ " starts on the newest content it has accepted before.";
	}

}
