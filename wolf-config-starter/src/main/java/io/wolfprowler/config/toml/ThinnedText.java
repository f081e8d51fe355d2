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

/**
 * A text in which long runs of blank and comment lines are cut short: the parser takes
 * time with the third power of their length. A marker stands for the lines that are left
 * out, so that they can be put back into an edited text.
 */
final class ThinnedText {

	/** Runs up to this length are left alone. They cost the parser less than 1 ms. */
	private static final int LONGEST_RUN = 64;

	private final StringBuilder text = new StringBuilder();

	/** The line in the original of each line in this text. */
	private final List<Integer> lines = new ArrayList<>();

	private final List<String> leftOut = new ArrayList<>();

	private final String marker;

	private ThinnedText(String original) {
		String free = "#-";
		while (original.contains(free)) {
			free += "-";
		}
		this.marker = free;
	}

	/** Cut the runs of a text short; most texts have none and stay as they are. */
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

	/** Return the line of the original that a line of this text was. */
	int originalLine(int line) {
		if (this.lines.isEmpty()) {
			return line;
		}
		return this.lines.get(Math.min(Math.max(line, 1), this.lines.size()) - 1);
	}

	/** Put back what was left out, also into an edited version of this text. */
	String restore(String edited) {
		String restored = edited;
		for (int i = 0; i < this.leftOut.size(); i++) {
			restored = restored.replace(mark(i), this.leftOut.get(i));
		}
		return restored;
	}

	// Not every such line is outside of a string, but without any there is nothing to do.
	private static boolean hasLongRun(String text) {
		int run = 0;
		for (int start = 0; start < text.length(); start = LineScanner.endOf(text, start)) {
			run = LineScanner.isTrivia(text, start) ? run + 1 : 0;
			if (run > LONGEST_RUN) {
				return true;
			}
		}
		return false;
	}

	private void take(String original, List<LineScanner.Line> scanned) {
		int run = 0;
		int cut = -1;
		for (int i = 0; i < scanned.size(); i++) {
			LineScanner.Line line = scanned.get(i);
			run = line.trivia() ? run + 1 : 0;
			if (run <= LONGEST_RUN) {
				leaveOut(original, cut, line.start());
				cut = -1;
				keep(original.substring(line.start(), line.end()), i + 1);
			}
			else if (cut < 0) {
				cut = line.start();
				this.lines.add(i + 1);
			}
		}
		leaveOut(original, cut, original.length());
	}

	private void keep(String line, int number) {
		this.text.append(line);
		this.lines.add(number);
	}

	private void leaveOut(String original, int from, int to) {
		if (from >= 0) {
			int end = original.charAt(to - 1) == '\n' ? to - 1 : to;
			end = (end > from && original.charAt(end - 1) == '\r') ? end - 1 : end;
			this.text.append(mark(this.leftOut.size())).append(original, end, to);
			this.leftOut.add(original.substring(from, end));
		}
	}

	private String mark(int index) {
		return this.marker + index + ";";
	}

}
