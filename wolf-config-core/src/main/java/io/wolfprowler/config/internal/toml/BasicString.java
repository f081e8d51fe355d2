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

import java.util.HexFormat;

/**
 * Writes strings in double quotes, and reads their escapes. A written string is one line,
 * so that neither a key nor a value can forge a line in a log.
 */
final class BasicString {

	private static final String ESCAPED = "\b\t\n\f\r\"\\";

	private static final String LETTERS = "btnfr\"\\";

	private BasicString() {
	}

	static String quoted(String text) {
		StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			int escape = ESCAPED.indexOf(c);
			if (escape >= 0) {
				quoted.append('\\').append(LETTERS.charAt(escape));
			}
			else if (Character.isISOControl(c)) {
				quoted.append("\\u").append(HexFormat.of().withUpperCase().toHexDigits(c));
			}
			else {
				quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}

	/** Return the character of an escape, which is given without its backslash. */
	static char unescaped(String escape) {
		if (escape.length() == 5 && escape.charAt(0) == 'u') {
			return (char) HexFormat.fromHexDigits(escape, 1, 5);
		}
		int letter = (escape.length() == 1) ? LETTERS.indexOf(escape) : -1;
		if (letter < 0) {
			throw new IllegalArgumentException(escape);
		}
		return ESCAPED.charAt(letter);
	}

}
