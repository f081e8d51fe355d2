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
 * The brackets and quotes that are open at a position of a text: those of arrays, of
 * inline tables, and of at most one multi-line string. Correct for every text that is
 * TOML, and a guess for others.
 */
final class BracketStack {

	/** One character for each; a quote stands for three. */
	private final StringBuilder open = new StringBuilder();

	boolean isEmpty() {
		return this.open.length() == 0;
	}

	int depth() {
		return this.open.length();
	}

	/** Return whether a multi-line string is open. */
	boolean inString() {
		return innermost() == '"' || innermost() == '\'';
	}

	/** Return the bracket or quote that was opened last, 0 if none is open. */
	char innermost() {
		return isEmpty() ? 0 : this.open.charAt(this.open.length() - 1);
	}

	void open(char bracketOrQuote) {
		this.open.append(bracketOrQuote);
	}

	/** Close the innermost bracket or quote, and return whether it matches. */
	boolean close(char bracketOrQuote) {
		boolean right = innermost() == ((bracketOrQuote == ']') ? '[' : (bracketOrQuote == '}') ? '{' : bracketOrQuote);
		if (!isEmpty()) {
			this.open.setLength(this.open.length() - 1);
		}
		return right;
	}

	/**
	 * Return a text that opens the same brackets and quotes.
	 * @param afterValue whether a comma is expected next
	 */
	String opening(boolean afterValue) {
		StringBuilder opening = new StringBuilder(isEmpty() ? "" : "x=");
		for (int i = 0; i < this.open.length(); i++) {
			boolean last = i == this.open.length() - 1;
			switch (this.open.charAt(i)) {
				case '[' -> opening.append((last && afterValue) ? "[0" : "[");
				case '{' -> opening.append(last ? (afterValue ? "{x=0" : "{") : "{x=");
				default -> opening.append(closing(i));
			}
		}
		return opening.toString();
	}

	/** Return a text that closes all of them. */
	String closing() {
		StringBuilder closing = new StringBuilder();
		for (int i = this.open.length() - 1; i >= 0; i--) {
			closing.append(closing(i));
		}
		return closing.toString();
	}

	private String closing(int index) {
		char opened = this.open.charAt(index);
		return (opened == '[') ? "]" : (opened == '{') ? "}" : String.valueOf(opened).repeat(3);
	}

}
