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
package io.wolfprowler.config.internal.engine.notify;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells an operator what code of the application has thrown: without secrets, and
 * whatever the exception does when it is looked at.
 *
 * @param mask takes the secrets out of a text
 */
public record FailureLog(UnaryOperator<String> mask) {

	/** Takes nothing out: what is told has no part of a configuration. */
	static final FailureLog UNMASKED = new FailureLog(UnaryOperator.identity());

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final String WITHHELD = "(not shown, as what is secret in it can't be told)";

	public void error(String headline, Throwable failure) {
		String text = withStack(headline, failure);
		if (text.isEmpty()) {
			logger.error(headline, failure);
		}
		else {
			logger.error(text);
		}
	}

	public void warn(String headline, Throwable failure) {
		String text = withStack(headline, failure);
		if (text.isEmpty()) {
			logger.warn(headline, failure);
		}
		else {
			logger.warn(text);
		}
	}

	/** Return what it says, in a line. */
	public String reason(Throwable failure) {
		try {
			return masked(
					(failure instanceof TimeoutException) ? String.valueOf(failure.getMessage()) : failure.toString());
		}
		catch (Throwable ex) {
			// Its message can't be had, which is its own code, too.
			return failure.getClass().getName();
		}
	}

	public String masked(String text) {
		try {
			return this.mask.apply(text);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			return WITHHELD;
		}
	}

	// Empty if there is nothing to take out: then the exception itself can be logged.
	private String withStack(String headline, Throwable failure) {
		StringWriter stack = new StringWriter();
		try {
			failure.printStackTrace(new PrintWriter(stack));
		}
		catch (Throwable ex) {
			return headline + ": " + failure.getClass().getName();
		}
		String masked = masked(stack.toString());
		return masked.contentEquals(stack.getBuffer()) ? "" : headline + System.lineSeparator() + masked;
	}

}
