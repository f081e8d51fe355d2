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

import java.util.List;
import java.util.Random;

/**
 * Changes texts at random, as an editor's slip or an attacker would. The same seed makes
 * the same changes.
 */
final class TextMutation {

	private static final List<String> TOKENS = List.of("[", "]", "{", "}", "[[", "]]", ",", "=", ".", "\"", "'",
			"\"\"\"", "'''", "#", "\n", "\r\n", "\r", " ", "\t", "\\", "a", "1", "-", "_", ":", "\u0000", "\u0007",
			"\u0085", "\u00E9", "\uD83D\uDE00", "\uFEFF", "# c\n", "a = 1\n", "[a]\n", "[[a]]\n", "a.b = 2\n",
			"[a.b]\n", "= [\n", "= {", "1,\n", "2026-11-23", "inf");

	private final Random random;

	private final List<String> others;

	TextMutation(long seed, List<String> others) {
		this.random = new Random(seed);
		this.others = others;
	}

	/** Return one of the texts, changed in one to four locations. */
	String text() {
		String text = any(this.others);
		for (int changes = this.random.nextInt(4); changes >= 0; changes--) {
			text = changed(text);
		}
		return text;
	}

	private String changed(String text) {
		int from = this.random.nextInt(text.length() + 1);
		int to = Math.min(text.length(), from + this.random.nextInt(4));
		return switch (this.random.nextInt(8)) {
			case 0 -> text.substring(0, from) + text.substring(to);
			case 1 -> text.substring(0, from) + any(TOKENS) + text.substring(to);
			case 2 -> text.substring(0, from);
			case 3 -> text.substring(0, from) + part(any(this.others)) + text.substring(from);
			case 4 -> text.substring(0, from) + text.substring(lineStart(text, from));
			case 5 -> line(text, from, 1 + this.random.nextInt(3));
			case 6 -> run(text, from);
			default -> text.substring(0, from) + any(TOKENS) + text.substring(from);
		};
	}

	/** A run of lines long enough to be cut short, short enough for the parser alone. */
	private String run(String text, int from) {
		int at = lineStart(text, from);
		String line = any(List.of("\n", "# c\n", "\r\n", "\t# \u00E9\n", "#\uD83D\uDE00\n"));
		return text.substring(0, at) + line.repeat(15 + this.random.nextInt(10)) + text.substring(at);
	}

	private String line(String text, int from, int times) {
		int start = lineStart(text, from);
		int end = lineStart(text, start);
		return text.substring(0, start) + text.substring(start, end).repeat(times) + text.substring(start);
	}

	private String part(String text) {
		int start = lineStart(text, this.random.nextInt(text.length() + 1));
		return text.substring(start, Math.min(text.length(), start + this.random.nextInt(80)));
	}

	private static int lineStart(String text, int from) {
		int end = text.indexOf('\n', from);
		return (end < 0) ? text.length() : end + 1;
	}

	private String any(List<String> texts) {
		return texts.get(this.random.nextInt(texts.size()));
	}

}
