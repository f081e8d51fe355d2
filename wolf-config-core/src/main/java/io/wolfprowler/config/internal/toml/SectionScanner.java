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

package io.wolfprowler.config.internal.toml;

import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.internal.toml.guard.TextScanner;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text between statements: where a line begins, and no bracket or string is open.
 */
final class SectionScanner {

	private SectionScanner() {
	}

	/**
	 * Cut a text where a line begins with a header.
	 * @return the parts in their order, none if the text ends inside a value
	 */
	static List<String> cut(String text) {
		TextScanner scanner = new TextScanner(text);
		List<String> parts = new ArrayList<>();
		int start = 0;
		while (!scanner.isAtEnd()) {
			int at = scanner.at();
			if (at > start && isBetweenStatements(scanner) && isHeader(text, at)) {
				parts.add(text.substring(start, at));
				start = at;
			}
			scanner.toNextLine();
		}
		parts.add(text.substring(start));
		return scanner.isClosed() ? parts : List.of();
	}

	/**
	 * Find the statements around a part of a text.
	 * @return where the first of them begins and the last one ends, {@code null} if the
	 * text ends inside a value
	 */
	static @Nullable Span statements(String text, int start, int end) {
		TextScanner scanner = new TextScanner(text);
		int from = 0;
		while (!scanner.isAtEnd()) {
			int at = scanner.at();
			if (at <= start && isBetweenStatements(scanner)) {
				from = at;
			}
			else if (at >= end && isBetweenStatements(scanner)) {
				break;
			}
			scanner.toNextLine();
		}
		return scanner.isClosed() ? new Span(from, scanner.at()) : null;
	}

	/** Return whether a text does not end inside a value. */
	static boolean isWhole(String text) {
		TextScanner scanner = new TextScanner(text);
		while (!scanner.isAtEnd()) {
			scanner.toNextLine();
		}
		return scanner.isClosed();
	}

	/** Return whether a line begins with a bracket. */
	static boolean isHeader(CharSequence text, int start) {
		int i = start;
		while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i++;
		}
		return i < text.length() && text.charAt(i) == '[';
	}

	private static boolean isBetweenStatements(TextScanner scanner) {
		return scanner.isClosed() && scanner.isAtLineStart();
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
