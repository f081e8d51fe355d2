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

package io.wolfprowler.config.internal.bind;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses a string with placeholders in one pass, by the rules of Spring: a backslash
 * escapes <code>${</code>, the first colon ends the name, and braces in a default come in
 * pairs.
 */
final class PlaceholderParser {

	private static final int DEEPEST = 32;

	private final String text;

	private int position;

	private int depth;

	private PlaceholderParser(String text) {
		this.text = text;
	}

	/**
	 * Parse a string.
	 * @throws PlaceholderException when a placeholder in it is malformed
	 */
	static PlaceholderText parse(String text) throws PlaceholderException {
		return new PlaceholderParser(text).until("");
	}

	private PlaceholderText until(String ends) throws PlaceholderException {
		List<PlaceholderText.Part> parts = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		int braces = 0;
		while (this.position < this.text.length() && (braces > 0 || !isAt(ends))) {
			if (this.text.startsWith(PlaceholderSyntax.PREFIX, this.position)) {
				flush(literal, parts);
				parts.add(placeholder());
			}
			else {
				braces += brace(literal(literal));
			}
		}
		flush(literal, parts);
		return new PlaceholderText(parts);
	}

	private char literal(StringBuilder literal) {
		boolean escaped = this.text.startsWith(PlaceholderSyntax.PREFIX, this.position + 1)
				&& this.text.charAt(this.position) == '\\';
		literal.append(escaped ? take(PlaceholderSyntax.PREFIX, 1) : take(1));
		return literal.charAt(literal.length() - 1);
	}

	private PlaceholderText.Placeholder placeholder() throws PlaceholderException {
		if (++this.depth > DEEPEST) {
			throw new PlaceholderException("placeholders are nested more than " + DEEPEST + " levels deep");
		}
		take(PlaceholderSyntax.PREFIX.length());
		PlaceholderText name = until(":}");
		List<PlaceholderText> fallbacks = isAt(":") ? List.of(fallback()) : List.of();
		if (!isAt("}")) {
			throw new PlaceholderException(
					"a placeholder is not closed; write ${NAME} or ${NAME:default}," + " or \\${ for a literal ${");
		}
		take(1);
		this.depth--;
		return new PlaceholderText.Placeholder(name, fallbacks);
	}

	private PlaceholderText fallback() throws PlaceholderException {
		take(1);
		return until("}");
	}

	private boolean isAt(String ends) {
		return this.position < this.text.length() && ends.indexOf(this.text.charAt(this.position)) >= 0;
	}

	private String take(int length) {
		String taken = this.text.substring(this.position, this.position + length);
		this.position += length;
		return taken;
	}

	private String take(String piece, int after) {
		take(after + piece.length());
		return piece;
	}

	private static int brace(char c) {
		return (c == '{') ? 1 : (c == '}') ? -1 : 0;
	}

	private static void flush(StringBuilder literal, List<PlaceholderText.Part> parts) {
		if (!literal.isEmpty()) {
			parts.add(new PlaceholderText.Literal(literal.toString()));
			literal.setLength(0);
		}
	}

}
