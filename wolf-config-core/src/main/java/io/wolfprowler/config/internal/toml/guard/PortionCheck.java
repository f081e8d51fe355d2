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
 * Decides how much of a text the parser sees. Its time may grow with the square of the
 * number of errors, and of what follows one. So a long text is shown to it in portions
 * first, but for those that are plainly right. From the first one that is wrong, it sees
 * no more than the beginning, which is no TOML either.
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
	 * Return what the parser may see of a text.
	 * @throws UnreadableTextException if it has too many keys
	 */
	ReadableText readable(ThinnedText thinned) throws UnreadableTextException {
		String text = thinned.text();
		return isHarmless(text) ? ReadableText.all(text) : inPortions(text, thinned);
	}

	// A key takes three characters at least.
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

	// Behind an error of syntax, portions are only looked at one by one, and only those
	// that stand for themselves.
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
				errorsOfSyntax(portion.in(text)).forEach((error) -> errors.add(error.inLines((n) -> n + before)));
			}
			portion = portions.next();
		}
		return errors;
	}

	private boolean isWrong(Portion portion, String text) {
		return switch (portion.soundness()) {
			case SOUND -> false;
			case BROKEN -> true;
			case UNKNOWN -> !errorsOfSyntax(portion.in(text)).isEmpty();
		};
	}

	// What the parser says about values and tables depends on the rest of the text.
	private List<ParserError> errorsOfSyntax(String text) {
		try {
			TomlParseResult result = Toml.parse(text, this.options);
			return result.errors().stream().map(ParserError::of).filter(ParserError::isOfSyntax).toList();
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
		TextEnd place = TextEnd.of(text.substring(0, scanner.lastKey()));
		return new UnreadableTextException(new Problem(Problem.Stage.PARSE, null, thinned.originalLine(place.line()),
				place.column(), "must have at most " + this.maxKeys + " keys (max-keys), found more"));
	}

}
