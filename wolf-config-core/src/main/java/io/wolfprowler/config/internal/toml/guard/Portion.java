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

/**
 * A part of a text that can be parsed on its own.
 *
 * @param opening a text that opens the brackets and quotes that are open where it begins
 * @param from where it begins
 * @param to where the next one begins
 * @param closing a text that closes those that are open where it ends; empty at the end
 * of the text
 * @param soundness what is known about it without the parser
 */
record Portion(String opening, int from, int to, String closing, Soundness soundness) {

	/** Return the portion as a text of its own. */
	String in(String text) {
		return this.opening + text.substring(this.from, this.to) + this.closing;
	}

	/** Return the text up to the end of the portion. */
	String withAllBefore(String text) {
		return text.substring(0, this.to) + this.closing;
	}

	/**
	 * What is known about a portion without the parser.
	 */
	enum Soundness {

		/** Every line is plain: there is no syntax error in it. */
		SOUND,

		/** Only the parser knows. */
		UNKNOWN,

		/** It can't be TOML, whatever follows. */
		BROKEN

	}

}
