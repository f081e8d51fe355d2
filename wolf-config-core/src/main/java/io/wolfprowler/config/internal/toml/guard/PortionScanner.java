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

import io.wolfprowler.config.internal.toml.guard.Portion.Soundness;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into portions of about the same size, at line starts and before commas of
 * arrays and inline tables. If the text is TOML, so is each portion. Takes time in
 * proportion to the text.
 */
final class PortionScanner {

	private final String text;

	/** Portions are hardly longer, except where the text can't be cut. */
	private final int size;

	private final TextScanner scanner;

	private boolean plain;

	/** How many lines in a row look blank or like a comment inside a string. */
	private int run;

	PortionScanner(String text, int size) {
		this.text = text;
		this.size = size;
		this.scanner = new TextScanner(text);
	}

	/** Return the next portion, {@code null} if there is none. */
	@Nullable Portion next() {
		int from = this.scanner.at();
		String opening = this.scanner.brackets().opening(this.scanner.isAfterValue());
		// A portion that begins within a line continues an array or inline table.
		this.plain = this.scanner.isAtLineStart();
		this.run = 0;
		do {
			advance();
		}
		while (!this.scanner.isAtEnd() && !this.scanner.isBroken() && !isEnough(from));
		int to = this.scanner.at();
		String closing = this.scanner.isAtEnd() ? "" : this.scanner.brackets().closing();
		return (from < to) ? new Portion(opening, from, to, closing, soundness()) : null;
	}

	/** Return the scanner, which is at the end of the last portion. */
	TextScanner scanner() {
		return this.scanner;
	}

	private void advance() {
		if (this.scanner.isAtEnd()) {
			return;
		}
		if (this.scanner.isAtLineStart()) {
			boolean inString = this.scanner.brackets().inString();
			this.run = (inString && LineScanner.isTrivia(this.text, this.scanner.at())) ? this.run + 1 : 0;
			this.plain = this.plain && PlainLine.isPlain(this.text, this.scanner.at(), this.scanner.brackets(),
					this.scanner.isAfterValue());
		}
		this.scanner.step();
	}

	private boolean isEnough(int from) {
		return (this.scanner.at() - from >= this.size || this.run >= ThinnedText.LONGEST_RUN) && this.scanner.isAtCut();
	}

	private Soundness soundness() {
		return this.scanner.isBroken() ? Soundness.BROKEN : this.plain ? Soundness.SOUND : Soundness.UNKNOWN;
	}

}
