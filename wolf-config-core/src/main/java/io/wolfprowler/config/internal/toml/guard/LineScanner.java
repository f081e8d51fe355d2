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

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines of a text, and which of them are blank or only a comment. Takes time in
 * proportion to the text.
 */
final class LineScanner {

	private LineScanner() {
	}

	static List<Line> scan(String text) {
		TextScanner scanner = new TextScanner(text);
		List<Line> lines = new ArrayList<>();
		while (!scanner.isAtEnd()) {
			int start = scanner.at();
			boolean trivia = !scanner.brackets().inString() && isTrivia(text, start);
			scanner.toNextLine();
			lines.add(new Line(start, scanner.at(), trivia));
		}
		return lines;
	}

	/**
	 * Return whether a line is blank, or a comment in which the parser finds no error.
	 */
	static boolean isTrivia(String text, int start) {
		int end = text.indexOf('\n', start);
		end = (end < 0) ? text.length() : (end > start && text.charAt(end - 1) == '\r') ? end - 1 : end;
		int at = start;
		while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
			at++;
		}
		return at == end || (text.charAt(at) == '#' && isComment(text, at, end));
	}

	private static boolean isComment(String text, int start, int end) {
		int at = start;
		while (at < end && isOfComment(text.codePointAt(at))) {
			at += Character.charCount(text.codePointAt(at));
		}
		return at >= end;
	}

	private static boolean isOfComment(int c) {
		boolean control = c < ' ' || c == 0x7F;
		return c == '\t' || !(control || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
	}

	/**
	 * One line.
	 *
	 * @param start where it begins
	 * @param end where the next one begins
	 * @param trivia whether it is blank or a comment
	 */
	record Line(int start, int end, boolean trivia) {

	}

}
