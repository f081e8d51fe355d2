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

import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlVersion;
import org.tomlj.Toml;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;

/**
 * Parses texts with tomlj, in time that grows in proportion to the text, whatever its
 * content.
 */
public final class GuardedParser {

	private final TomlParseOptions options;

	private final int maxKeys;

	private final PortionCheck portions;

	/**
	 * Create a parser.
	 * @param maxDepth how deep tables and arrays may be nested, 1 to 128
	 * @param maxKeys how many keys and headers a text may have, at least 1
	 * @param version the version of TOML
	 * @param portionSize the length from which on a text is checked in portions
	 */
	public GuardedParser(int maxDepth, int maxKeys, TomlVersion version, int portionSize) {
		this.options = TomlParseOptions.defaults().withMaxNestingDepth(maxDepth).withVersion(parserVersion(version));
		this.maxKeys = maxKeys;
		this.portions = new PortionCheck(this.options.withoutSource(), maxKeys, portionSize);
	}

	/**
	 * Return how deep tables and arrays may be nested.
	 * @return the number of levels
	 */
	public int maxDepth() {
		return this.options.maxNestingDepth();
	}

	/**
	 * Return how many keys and headers a text may have.
	 * @return the largest number
	 */
	public int maxKeys() {
		return this.maxKeys;
	}

	/**
	 * Parse a text.
	 * @param text the text, without a byte order mark
	 * @return its table, or what is wrong with it
	 */
	public ParseOutcome parse(String text) {
		ThinnedText thinned = ThinnedText.of(text);
		try {
			ReadableText readable = this.portions.readable(thinned);
			TomlParseResult result = result(readable.text(), thinned);
			if (!result.hasErrors()) {
				return new ParseOutcome.Parsed(result);
			}
			List<ParserError> errors = Stream
				.concat(result.errors().stream().map(ParserError::of), readable.later().stream())
				.toList();
			return new ParseOutcome.Malformed(new ErrorReport(text, thinned).problems(errors));
		}
		catch (UnreadableTextException ex) {
			return new ParseOutcome.Malformed(List.of(ex.problem()));
		}
	}

	/**
	 * Parse a text that is known to be TOML, with its layout and comments.
	 * @param text the text, without a byte order mark
	 * @return the text, ready to be edited and to find locations in
	 */
	public EditableText editable(String text) {
		ThinnedText thinned = ThinnedText.of(text);
		return new EditableText(Toml.parse(thinned.text(), this.options), thinned);
	}

	// The guard guesses where a text is not TOML: only the parser rejects one.
	private TomlParseResult result(String readable, ThinnedText thinned) throws UnreadableTextException {
		TomlParseResult result = result(readable);
		boolean isAll = readable.length() == thinned.text().length();
		return (isAll || result.hasErrors()) ? result : result(thinned.text());
	}

	// The parser throws on some malformed inline tables, although it promises to report
	// errors. Whatever it throws, the text is at fault.
	private TomlParseResult result(String text) throws UnreadableTextException {
		try {
			return Toml.parse(text, this.options.withoutSource());
		}
		catch (RuntimeException | StackOverflowError | AssertionError ex) {
			throw new UnreadableTextException(
					new Problem(Problem.Stage.PARSE, null, 0, 0, "not TOML: the parser gave up with "
							+ ex.getClass().getSimpleName() + "; look for an unclosed bracket or quote"));
		}
	}

	private static org.tomlj.TomlVersion parserVersion(TomlVersion version) {
		return switch (version) {
			case V1_0 -> org.tomlj.TomlVersion.V1_0_0;
			case V1_1 -> org.tomlj.TomlVersion.V1_1_0;
		};
	}

}
