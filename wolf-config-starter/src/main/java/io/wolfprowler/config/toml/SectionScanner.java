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

package io.wolfprowler.config.toml;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a text where a line begins with a header. Knows strings, comments and brackets,
 * and nothing else of TOML. Takes time in proportion to the text.
 */
final class SectionScanner {

	private final String text;

	private int at;

	private int depth;

	/** The quotes that end the multi-line string we are in, empty outside of one. */
	private String open = "";

	private SectionScanner(String text) {
		this.text = text;
	}

	/**
	 * Cut a text.
	 * @return the parts in their order, {@code null} when the text ends in the middle of
	 * a value
	 */
	static List<String> cut(String text) {
		SectionScanner scanner = new SectionScanner(text);
		List<String> parts = new ArrayList<>();
		int start = 0;
		while (scanner.at < text.length()) {
			if (scanner.at > start && scanner.isBetweenStatements() && isHeader(text, scanner.at)) {
				parts.add(text.substring(start, scanner.at));
				start = scanner.at;
			}
			scanner.line();
		}
		parts.add(text.substring(start));
		return scanner.isBetweenStatements() ? parts : List.of();
	}

	/**
	 * Find the statements around a part of a text.
	 * @return where the first of them begins and the last one ends, {@code null} when the
	 * text ends in the middle of a value
	 */
	static @Nullable Span statements(String text, int start, int end) {
		SectionScanner scanner = new SectionScanner(text);
		int from = 0;
		while (scanner.at < text.length()) {
			if (scanner.at <= start && scanner.isBetweenStatements()) {
				from = scanner.at;
			}
			else if (scanner.at >= end && scanner.isBetweenStatements()) {
				break;
			}
			scanner.line();
		}
		return scanner.isBetweenStatements() ? new Span(from, scanner.at) : null;
	}

	/** Return whether a text does not end in the middle of a value. */
	static boolean isWhole(String text) {
		return !cut(text).isEmpty();
	}

	/** Return whether a line begins with a bracket. */
	static boolean isHeader(CharSequence text, int start) {
		int i = start;
		while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i++;
		}
		return i < text.length() && text.charAt(i) == '[';
	}

	private boolean isBetweenStatements() {
		return this.depth == 0 && this.open.isEmpty();
	}

	private void line() {
		int end = LineScanner.endOf(this.text, this.at);
		while (this.at < end) {
			if (!this.open.isEmpty()) {
				insideMultiLine(end);
			}
			else {
				outside(end);
			}
		}
	}

	private void outside(int end) {
		char c = this.text.charAt(this.at);
		if (c == '#') {
			this.at = end;
		}
		else if (c == '"' || c == '\'') {
			string(c, end);
		}
		else {
			this.depth += (c == '[' || c == '{') ? 1 : ((c == ']' || c == '}') ? -1 : 0);
			this.at++;
		}
	}

	private void string(char quote, int end) {
		String three = (quote == '"') ? "\"\"\"" : "'''";
		if (this.text.startsWith(three, this.at)) {
			this.open = three;
			this.at += 3;
			return;
		}
		this.at++;
		while (this.at < end && this.text.charAt(this.at) != quote) {
			this.at += isEscape(quote) ? 2 : 1;
		}
		this.at = Math.min(this.at + 1, end);
	}

	private void insideMultiLine(int end) {
		if (!this.text.startsWith(this.open, this.at)) {
			this.at = Math.min(this.at + (isEscape(this.open.charAt(0)) ? 2 : 1), end);
			return;
		}
		this.at += 3;
		// Up to two quotes more belong to the string.
		for (int i = 0; i < 2 && this.at < end && this.text.charAt(this.at) == this.open.charAt(0); i++) {
			this.at++;
		}
		this.open = "";
	}

	private boolean isEscape(char quote) {
		return quote == '"' && this.text.charAt(this.at) == '\\';
	}

	/**
	 * A part of a text.
	 *
	 * @param from where it begins
	 * @param to where it ends
	 */
	record Span(int from, int to) {

	}

}
