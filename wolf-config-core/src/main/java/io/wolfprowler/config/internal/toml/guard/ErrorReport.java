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
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import io.wolfprowler.config.Problem;

/**
 * Converts the errors of the parser to problems: with their locations in the original
 * text, in their order, without the text that the parser quotes, and no more than anybody
 * would read.
 */
final class ErrorReport {

	/** How many problems are reported one by one. */
	static final int MOST = 100;

	private static final int LONGEST = 400;

	private static final String DEPTH = "Nesting is too deep (more than ";

	private static final String UNEXPECTED = "Unexpected '";

	private static final String EXPECTED = "', expected ";

	private static final Pattern WORD = Pattern.compile("\\w");

	private final ThinnedText thinned;

	private final TextEnd original;

	/** The end that the parser has seen, which may come earlier. */
	private final TextEnd seen;

	ErrorReport(String original, ThinnedText thinned) {
		this.thinned = thinned;
		this.original = TextEnd.of(original);
		this.seen = TextEnd.of(thinned.text());
	}

	List<Problem> problems(List<ParserError> errors) {
		List<Problem> problems = new ArrayList<>(errors.stream()
			.sorted(Comparator.comparingInt(ParserError::line).thenComparingInt(ParserError::column))
			.limit(MOST)
			.map(this::problem)
			.toList());
		if (errors.size() > MOST) {
			Problem last = problems.get(MOST - 1);
			problems.add(new Problem(Problem.Stage.PARSE, null, last.line(), last.column(),
					"and at least " + (errors.size() - MOST) + " more problems from here on"));
		}
		return problems;
	}

	private Problem problem(ParserError error) {
		ParserError located = error.inLines(this.thinned::originalLine);
		boolean atEnd = this.seen.equals(new TextEnd(error.line(), error.column()));
		return new Problem(Problem.Stage.PARSE, null, atEnd ? this.original.line() : located.line(),
				atEnd ? this.original.column() : located.column(), message(located.message()));
	}

	private static String message(String message) {
		if (message.startsWith(DEPTH)) {
			String levels = message.substring(DEPTH.length(), message.indexOf(' ', DEPTH.length()));
			return "must be nested at most " + levels + (levels.equals("1") ? " level" : " levels")
					+ " deep (max-depth), found more";
		}
		String shown = withoutQuotedText(message);
		return (shown.length() <= LONGEST) ? shown
				: shown.substring(0, LONGEST / 2) + " ... " + shown.substring(shown.length() - LONGEST / 2);
	}

	// The parser quotes what it can't read, which may be part of a secret. Punctuation is
	// not.
	private static String withoutQuotedText(String message) {
		if (!message.startsWith(UNEXPECTED)) {
			return message;
		}
		int expected = message.indexOf(EXPECTED, UNEXPECTED.length());
		int end = (expected >= 0) ? expected : message.length() - 1;
		boolean quoted = WORD.matcher(message.substring(UNEXPECTED.length(), end)).find();
		return quoted ? "Unexpected text" + message.substring(end + 1) : message;
	}

}
