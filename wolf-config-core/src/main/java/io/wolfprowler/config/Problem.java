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
 * One thing that is wrong with a candidate, its place and its remedy.
 *
 * @param stage where it was found
 * @param key the dotted TOML key it is about, {@code null} if it is about the whole
 * @param line the line in the text, from 1; 0 if there is no place
 * @param column the column in code points, from 1; 0 if there is no place
 * @param message what is wrong and what would be right, beginning with the key where
 * there is one; never a secret
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
	 * Make a problem for a {@link ConfigValidator}. The place is found from the key.
	 * @param key the dotted TOML key whose value is wrong
	 * @param message what is wrong and what would be right, without the key
	 * @return a problem whose message begins with the key
	 */
	public static Problem invalid(String key, String message) {
		return new Problem(Stage.VALIDATE, key, 0, 0, key + " " + message);
	}

	// What is quoted may hold line breaks and escape sequences, which would forge log
	// lines.
	private static String inOneLine(String text) {
		return text.chars().noneMatch(Character::isISOControl) ? text
				: text.chars()
					.mapToObj((c) -> Character.isISOControl(c) ? String.format("\\u%04X", c) : String.valueOf((char) c))
					.collect(Collectors.joining());
	}

	/**
	 * Return this problem at a place.
	 * @param line the line, from 1
	 * @param column the column, from 1
	 * @return a copy with the place
	 */
	public Problem at(int line, int column) {
		return new Problem(this.stage, this.key, line, column, this.message);
	}

	/**
	 * Return one line for a log or a terminal, as compilers print it.
	 * @param source the name of the text
	 * @return for instance
	 * {@code config.toml:3:12: web_port must be between 0 and 65535, found 70000}
	 */
	public String describe(String source) {
		String place = (this.line > 0) ? ":" + this.line + ":" + this.column : "";
		return source + place + ": " + this.message;
	}

	/**
	 * The stage of the pipeline that found a problem.
	 */
	public enum Stage {

		/** The bytes could not be had, or may not be used. */
		READ,

		/** The bytes are not TOML. */
		PARSE,

		/** The TOML does not fit the configuration type. */
		BIND,

		/** The configuration breaks a rule. */
		VALIDATE,

		/** A participant can't go along with the configuration. */
		PREPARE,

		/** The configuration is in force, and a participant has failed to act on it. */
		COMMIT

	}

}
