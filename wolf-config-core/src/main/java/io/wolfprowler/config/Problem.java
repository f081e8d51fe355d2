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

import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a candidate, with its location.
 *
 * @param stage the stage that found it
 * @param key the dotted TOML key it is about, {@code null} if it is about the whole
 * document
 * @param line the line in the document, from 1; 0 if there is no location
 * @param column the column in code points, from 1; 0 if there is no location
 * @param message what is wrong and what would be right, beginning with the key if there
 * is one; it never contains a secret. Control characters are escaped
 */
public record Problem(Stage stage, @Nullable String key, int line, int column, String message) {

	/**
	 * Check the components.
	 */
	public Problem {
		Objects.requireNonNull(stage, "stage");
		message = inOneLine(Objects.requireNonNull(message, "message"));
	}

	/**
	 * Create a problem for a {@link ConfigValidator}. The location is found from the key.
	 * @param key the dotted TOML key whose value is wrong
	 * @param message what is wrong and what would be right, without the key
	 * @return a problem whose message begins with the key
	 */
	public static Problem invalid(String key, String message) {
		return new Problem(Stage.VALIDATE, key, 0, 0, key + " " + message);
	}

	// A quoted value may contain line breaks and escape sequences that would forge log
	// lines.
	private static String inOneLine(String text) {
		return text.chars().noneMatch(Character::isISOControl) ? text
				: text.chars()
					.mapToObj((c) -> Character.isISOControl(c) ? String.format("\\u%04X", c) : String.valueOf((char) c))
					.collect(Collectors.joining());
	}

	/**
	 * Return this problem with a location.
	 * @param line the line, from 1
	 * @param column the column, from 1
	 * @return a copy with the location
	 */
	public Problem at(int line, int column) {
		return new Problem(this.stage, this.key, line, column, this.message);
	}

	/**
	 * Return one line for a log or a terminal, in the form that compilers print.
	 * @param source the name of the document
	 * @return for instance
	 * {@code config.toml:3:12: web_port must be between 0 and 65535, found 70000}
	 */
	public String describe(String source) {
		String location = (this.line > 0) ? ":" + this.line + ":" + this.column : "";
		return source + location + ": " + this.message;
	}

	/**
	 * The stage of the pipeline that found a problem.
	 */
	public enum Stage {

		/** The document can't be read or must not be used. */
		READ,

		/** The document is not valid TOML. */
		PARSE,

		/** The document does not match the configuration type. */
		BIND,

		/** The configuration violates a rule. */
		VALIDATE,

		/** A participant vetoed the configuration. */
		PREPARE,

		/** The configuration is active, but a participant failed to commit it. */
		COMMIT

	}

}
