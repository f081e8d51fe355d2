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

import java.util.regex.Pattern;

/**
 * Recognizes lines that are plainly correct, which are nearly all lines of long texts.
 * All others are left to the parser.
 */
final class PlainLine {

	private static final String NO_CONTROL = "[^\\p{Cntrl}\\p{Cs}]";

	// Bounded, because groups are matched by recursion.
	private static final String KEY = "[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++){0,30}+";

	private static final String STRING = "\"[" + NO_CONTROL + "&&[^\"\\\\]]*+(?:\\\\" + NO_CONTROL + "[" + NO_CONTROL
			+ "&&[^\"\\\\]]*+){0,30}+\"|'[" + NO_CONTROL + "&&[^']]*+'";

	private static final String NUMBER = "[+-]?(?:0|[1-9][0-9]{0,17}+)(?:\\.[0-9]++)?";

	private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9}+)?";

	private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T" + TIME + "(?:Z|[+-][0-9]{2}:[0-9]{2})?)?";

	private static final String SCALAR = "(?:" + STRING + "|true|false|" + DATE + "|" + TIME + "|" + NUMBER + ")";

	private static final String ARRAY = "\\[ *+(?:" + SCALAR + "(?: *+, *+" + SCALAR + "){0,30}+ *+)?]";

	private static final String VALUE = "(?:" + SCALAR + "|" + ARRAY + ")";

	private static final String END = "[ \t]*+(?:#[\t" + NO_CONTROL + "]*+)?(?:\r?\n|\\z)";

	private static final Pattern STATEMENT = Pattern
		.compile("[ \t]*+(?:" + KEY + "[ \t]*+=[ \t]*+" + VALUE + "|\\[" + KEY + "]|\\[\\[" + KEY + "]])?" + END);

	private static final Pattern ELEMENT = Pattern.compile("[ \\t]*+" + SCALAR + "[ \\t]*+," + END);

	/** Contains neither the end of the string nor an escape. */
	private static final Pattern OF_STRING = Pattern.compile("[\t[" + NO_CONTROL + "&&[^\"'\\\\]]]*+\r?\n");

	private PlainLine() {
	}

	/**
	 * Return whether a line certainly has no syntax error.
	 * @param text the text
	 * @param start where the line begins
	 * @param brackets the brackets and quotes that are open there
	 * @param afterValue whether a comma is expected, if an array is open
	 */
	static boolean isPlain(String text, int start, BracketStack brackets, boolean afterValue) {
		if (brackets.isEmpty()) {
			return matches(STATEMENT, text, start);
		}
		if (brackets.inString()) {
			return matches(OF_STRING, text, start);
		}
		return brackets.innermost() == '[' && !afterValue && matches(ELEMENT, text, start);
	}

	private static boolean matches(Pattern pattern, String text, int start) {
		return pattern.matcher(text).region(start, text.length()).lookingAt();
	}

}
