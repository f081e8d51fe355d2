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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells lines that are plainly right, which are nearly all lines of long texts, from
 * those that only the parser can judge.
 */
final class PlainLine {

	private static final String NO_CONTROL = "[^\\p{Cntrl}\\p{Cs}]";

	// Bounded, as groups are matched by recursion.
	private static final String KEY = "[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++){0,30}+";

	private static final String VALUE = "(?:\"[" + NO_CONTROL + "&&[^\"\\\\]]*+\"|'[" + NO_CONTROL
			+ "&&[^']]*+'|true|false|[+-]?(?:0|[1-9][0-9]{0,17}+)(?:\\.[0-9]++)?)";

	private static final String END = "[ \t]*+(?:#[\t" + NO_CONTROL + "]*+)?(?:\r?\n|\\z)";

	private static final Pattern STATEMENT = Pattern
		.compile("[ \t]*+(?:" + KEY + "[ \t]*+=[ \t]*+" + VALUE + "|\\[" + KEY + "]|\\[\\[" + KEY + "]])?" + END);

	/** Holds neither the end of the string nor an escape. */
	private static final Pattern OF_STRING = Pattern.compile("[\t[" + NO_CONTROL + "&&[^\"'\\\\]]]*+\r?\n");

	private PlainLine() {
	}

	/**
	 * Return whether a line surely has no error of syntax.
	 * @param text the text
	 * @param start where the line begins
	 * @param nesting what is open there
	 */
	static boolean isPlain(String text, int start, Nesting nesting) {
		if (!nesting.isEmpty() && !nesting.inString()) {
			return false;
		}
		Matcher line = (nesting.isEmpty() ? STATEMENT : OF_STRING).matcher(text);
		return line.region(start, text.length()).lookingAt();
	}

}
