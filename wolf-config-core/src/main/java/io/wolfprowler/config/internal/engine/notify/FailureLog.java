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
 * Logs exceptions of code of the application, without secrets, and even if the exception
 * itself throws when it is asked for its message.
 *
 * @param mask masks the secrets in a text
 */
public record FailureLog(UnaryOperator<String> mask) {

	/** Masks nothing, for calls that do not pass a configuration. */
	static final FailureLog UNMASKED = new FailureLog(UnaryOperator.identity());

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final String WITHHELD = "(withheld, because secrets in it can't be recognized)";

	/**
	 * Log an exception as an error.
	 * @param headline the beginning of the line
	 * @param failure the exception
	 */
	public void error(String headline, Throwable failure) {
		String text = withStack(headline, failure);
		if (text.isEmpty()) {
			logger.error(headline, failure);
		}
		else {
			logger.error(text);
		}
	}

	/**
	 * Log an exception as a warning.
	 * @param headline the beginning of the line
	 * @param failure the exception
	 */
	public void warn(String headline, Throwable failure) {
		String text = withStack(headline, failure);
		if (text.isEmpty()) {
			logger.warn(headline, failure);
		}
		else {
			logger.warn(text);
		}
	}

	/**
	 * Return the message of an exception, in a line.
	 * @param failure the exception
	 * @return the masked message
	 */
	public String reason(Throwable failure) {
		try {
			return masked(
					(failure instanceof TimeoutException) ? String.valueOf(failure.getMessage()) : failure.toString());
		}
		catch (Throwable ex) {
			// Its message is its own code, which may fail, too.
			return failure.getClass().getName();
		}
	}

	/**
	 * Mask a text.
	 * @param text the text
	 * @return the text without secrets
	 */
	public String masked(String text) {
		try {
			return this.mask.apply(text);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			return WITHHELD;
		}
	}

	// Empty if there is nothing to mask: then the exception itself can be logged.
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
