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

import io.wolfprowler.config.ConfigTypeException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a record that can't be a configuration type.
 */
class ConfigTypeFailureAnalyzer extends AbstractFailureAnalyzer<ConfigTypeException> {

	private static final String NEW_LINE = System.lineSeparator();

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ConfigTypeException cause) {
		String mistakes = cause.getMistakes()
			.stream()
			.map((mistake) -> "    " + mistake)
			.collect(Collectors.joining(NEW_LINE));
		return new FailureAnalysis(
				"The type " + cause.getType().getName() + " can't be a configuration type:" + NEW_LINE + NEW_LINE
						+ mistakes,
				"Fix the declarations above, compile and restart the application. No change of the document helps.",
				cause);
	}

}
