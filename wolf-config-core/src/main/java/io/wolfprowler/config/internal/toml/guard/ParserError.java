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

import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

import org.tomlj.TomlParseError;

/**
 * An error that the parser reports.
 *
 * @param line the line, from 1
 * @param column the column in code points, from 1
 * @param message the message, which may refer to other lines
 */
record ParserError(int line, int column, String message) {

	/** The beginning of the messages of all syntax errors, and of no others. */
	private static final String SYNTAX_ERROR = "Unexpected ";

	/** The location of something else that a message refers to. */
	private static final Pattern LINE = Pattern.compile("at line (\\d{1,9})");

	static ParserError of(TomlParseError error) {
		return new ParserError(error.position().line(), error.position().column(), String.valueOf(error.getMessage()));
	}

	boolean isSyntaxError() {
		return this.message.startsWith(SYNTAX_ERROR);
	}

	/** Return the same error in a text whose lines have other numbers. */
	ParserError inLines(IntUnaryOperator numbers) {
		return new ParserError(numbers.applyAsInt(this.line), this.column, LINE.matcher(this.message)
			.replaceAll((found) -> "at line " + numbers.applyAsInt(Integer.parseInt(found.group(1)))));
	}

}
