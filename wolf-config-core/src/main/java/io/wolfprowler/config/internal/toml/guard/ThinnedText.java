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
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text in which long runs of blank and comment lines are cut short, because the
 * parser's time grows with the third power of their length. A marker replaces the lines
 * that are left out, so that they can be restored in an edited text.
 */
final class ThinnedText {

	/** Runs up to this length are kept. They cost the parser hardly any time. */
	static final int LONGEST_RUN = 16;

	/**
	 * As many digits as the number of markers in the longest possible text can have.
	 */
	private static final int LONGEST_CODE = 9;

	private final StringBuilder text = new StringBuilder();

	/** How many lines are left out up to the marker, by the line of the marker. */
	private final TreeMap<Integer, Integer> missing = new TreeMap<>();

	private final List<String> leftOut = new ArrayList<>();

	private final String marker;

	private ThinnedText(String original) {
		this.marker = "#-" + unusedCode(original) + "-";
	}

	/** Cut the long runs of a text short. Most texts have none and stay as they are. */
	static ThinnedText of(String original) {
		ThinnedText thinned = new ThinnedText(original);
		if (hasLongRun(original)) {
			thinned.take(original, LineScanner.scan(original));
		}
		else {
			thinned.text.append(original);
		}
		return thinned;
	}

	String text() {
		return this.text.toString();
	}

	/**
	 * Return the line of the original that a line of this text was; for a line with a
	 * marker, the first line that it replaces.
	 */
	int originalLine(int line) {
		Map.Entry<Integer, Integer> before = this.missing.lowerEntry(line);
		return (before != null) ? line + before.getValue() : line;
	}

	/**
	 * Restore the lines that were left out in this text, or in an edited version of it.
	 */
	String restore(String edited) {
		StringBuilder restored = new StringBuilder();
		int from = 0;
		for (int at = mark(edited, 0); at >= 0; at = mark(edited, from)) {
			int end = edited.indexOf(';', at);
			int index = Integer.parseInt(edited.substring(at + this.marker.length(), end));
			restored.append(edited, from, at).append(this.leftOut.get(index));
			from = end + 1;
		}
		return restored.append(edited, from, edited.length()).toString();
	}

	private int mark(String edited, int from) {
		return this.leftOut.isEmpty() ? -1 : edited.indexOf(this.marker, from);
	}

	// Some of these lines may be inside a string, but without any there is nothing to do.
	static boolean hasLongRun(String text) {
		int run = 0;
		for (int start = 0; start < text.length(); start = TextScanner.nextLine(text, start)) {
			run = LineScanner.isTrivia(text, start) ? run + 1 : 0;
			if (run > LONGEST_RUN) {
				return true;
			}
		}
		return false;
	}

	private static int unusedCode(String text) {
		BitSet used = new BitSet();
		for (int at = text.indexOf("#-"); at >= 0; at = text.indexOf("#-", at + 2)) {
			int code = code(text, at + 2);
			if (code >= 0 && code <= text.length()) {
				used.set(code);
			}
		}
		return used.nextClearBit(0);
	}

	private static int code(String text, int start) {
		int code = -1;
		for (int i = start; i < text.length() && i < start + LONGEST_CODE; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return code;
			}
			code = Math.max(code, 0) * 10 + digit;
		}
		return code;
	}

	private void take(String original, List<LineScanner.Line> scanned) {
		int run = 0;
		int cut = -1;
		int kept = 0;
		for (int i = 0; i < scanned.size(); i++) {
			LineScanner.Line line = scanned.get(i);
			run = line.trivia() ? run + 1 : 0;
			if (run <= LONGEST_RUN) {
				leaveOut(original, cut, line.start(), kept, i - kept);
				cut = -1;
				kept++;
				this.text.append(original, line.start(), line.end());
			}
			else if (cut < 0) {
				cut = line.start();
				kept++;
			}
		}
		leaveOut(original, cut, original.length(), kept, scanned.size() - kept);
	}

	private void leaveOut(String original, int from, int to, int line, int missing) {
		if (from >= 0) {
			int end = original.charAt(to - 1) == '\n' ? to - 1 : to;
			end = (end > from && original.charAt(end - 1) == '\r') ? end - 1 : end;
			this.text.append(this.marker).append(this.leftOut.size()).append(';').append(original, end, to);
			this.leftOut.add(original.substring(from, end));
			this.missing.put(line, missing);
		}
	}

}
