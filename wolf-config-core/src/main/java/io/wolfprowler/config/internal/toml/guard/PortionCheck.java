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
import java.util.List;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.guard.Portion.Soundness;
import org.tomlj.Toml;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;

/**
 * Decides how much of a text the parser may see. Its time may grow with the square of the
 * number of errors, and of the length of what follows one. So it first checks a long text
 * in portions, except for those that are plainly correct. If a portion has an error, it
 * then sees the text only up to there, which is not TOML either.
 */
final class PortionCheck {

	private final TomlParseOptions options;

	private final int maxKeys;

	private final int portionSize;

	PortionCheck(TomlParseOptions options, int maxKeys, int portionSize) {
		this.options = options;
		this.maxKeys = maxKeys;
		this.portionSize = portionSize;
	}

	/**
	 * Return how much of a text the parser may see.
	 * @throws UnreadableTextException if it has too many keys
	 */
	ReadableText readable(ThinnedText thinned) throws UnreadableTextException {
		String text = thinned.text();
		return isHarmless(text) ? ReadableText.all(text) : inPortions(text, thinned);
	}

	// A key takes at least three characters.
	private boolean isHarmless(String text) {
		return text.length() <= Math.min(this.portionSize, 3L * this.maxKeys) && !ThinnedText.hasLongRun(text);
	}

	private ReadableText inPortions(String text, ThinnedText thinned) throws UnreadableTextException {
		PortionScanner portions = new PortionScanner(text, this.portionSize);
		for (Portion portion = portions.next(); portion != null; portion = portions.next()) {
			if (isWrong(portion, text)) {
				return new ReadableText(portion.withAllBefore(text), laterErrors(portions, text));
			}
			if (portions.scanner().keys() > this.maxKeys) {
				throw tooManyKeys(text, thinned);
			}
		}
		return ReadableText.all(text);
	}

	// After a syntax error, portions are only checked one by one, and only those at the
	// top level.
	private List<ParserError> laterErrors(PortionScanner portions, String text) {
		List<ParserError> errors = new ArrayList<>();
		int line = 0;
		int counted = 0;
		Portion portion = portions.next();
		while (portion != null && portion.soundness() != Soundness.BROKEN && errors.size() <= ErrorReport.MOST) {
			line += TextEnd.of(text.substring(counted, portion.from())).line() - 1;
			counted = portion.from();
			if (portion.soundness() == Soundness.UNKNOWN && portion.opening().isEmpty()) {
				int before = line;
				syntaxErrors(portion.in(text)).forEach((error) -> errors.add(error.inLines((n) -> n + before)));
			}
			portion = portions.next();
		}
		return errors;
	}

	private boolean isWrong(Portion portion, String text) {
		return switch (portion.soundness()) {
			case SOUND -> false;
			case BROKEN -> true;
			case UNKNOWN -> !syntaxErrors(portion.in(text)).isEmpty();
		};
	}

	// Errors about values and tables depend on the rest of the text.
	private List<ParserError> syntaxErrors(String text) {
		try {
			TomlParseResult result = Toml.parse(text, this.options);
			return result.errors().stream().map(ParserError::of).filter(ParserError::isSyntaxError).toList();
		}
		catch (RuntimeException | StackOverflowError | AssertionError ex) {
			return List.of(new ParserError(1, 1, "not TOML: look for an unclosed bracket or quote from here on"));
		}
	}

	private UnreadableTextException tooManyKeys(String text, ThinnedText thinned) {
		TextScanner scanner = new TextScanner(text);
		while (scanner.keys() <= this.maxKeys) {
			scanner.step();
		}
		TextEnd position = TextEnd.of(text.substring(0, scanner.lastKey()));
		return new UnreadableTextException(new Problem(Problem.Stage.PARSE, null, thinned.originalLine(position.line()),
				position.column(), "must have at most " + this.maxKeys + " keys (max-keys), found more"));
	}

}
