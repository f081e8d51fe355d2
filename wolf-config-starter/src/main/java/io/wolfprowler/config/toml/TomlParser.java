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

import java.util.List;
import java.util.regex.Pattern;

import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.SourceContent;

/**
 * Reads TOML 1.1 texts with tomlj, which is the authority on every value and every error.
 */
public final class TomlParser {

	// The parser quotes what it can't read, which may be the end of a secret. Punctuation
	// is quoted as it is.
	private static final Pattern QUOTED_TEXT = Pattern
		.compile("(?s)^(Unexpected )'(?:(?!', expected ).)*\\w(?:(?!', expected ).)*'(, expected .*|)$");

	/** The place of something else that a message refers to. */
	private static final Pattern LINE = Pattern.compile("at line (\\d{1,9})");

	private final TomlParseOptions options;

	/**
	 * Create a parser.
	 * @param maxDepth how deep tables and arrays may be nested, 1 to 128
	 */
	public TomlParser(int maxDepth) {
		this.options = TomlParseOptions.defaults().withMaxNestingDepth(maxDepth);
	}

	/**
	 * Read the content of a source.
	 * @param content the content
	 * @return the document
	 * @throws TomlException with all problems, when it is not TOML in UTF-8
	 */
	public TomlDocument parse(SourceContent content) throws TomlException {
		return parse(TomlText.decode(content.bytes()), content.digest());
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @return the document
	 * @throws TomlException with all problems, when it is not TOML
	 */
	public TomlDocument parse(String text) throws TomlException {
		return parse(text, TomlDocument.digestOf(text));
	}

	private TomlDocument parse(String text, String digest) throws TomlException {
		ThinnedText thinned = ThinnedText.of(TomlText.withoutBom(text));
		TomlParseResult result = result(thinned.text());
		if (result.hasErrors()) {
			throw new TomlException(result.errors().stream().map((error) -> problem(error, thinned)).toList());
		}
		return new TomlDocument(text, digest, new TomlTree(TomlValues.fromParser(result)), this);
	}

	/**
	 * Return the parser's own table of a text that is known to be TOML, fit for edits.
	 */
	TomlParseResult table(ThinnedText text) {
		return Toml.parse(text.text(), this.options);
	}

	// The parser is known to throw on some malformed inline tables, although it
	// promises to report errors; whatever it throws, the text is at fault.
	private TomlParseResult result(String text) throws TomlException {
		try {
			return Toml.parse(text, this.options.withoutSource());
		}
		catch (RuntimeException | StackOverflowError ex) {
			throw new TomlException(
					List.of(new Problem(Problem.Stage.PARSE, null, 0, 0, "not TOML: the parser gave up with "
							+ ex.getClass().getSimpleName() + "; look for an unclosed bracket or quote")));
		}
	}

	private static Problem problem(TomlParseError error, ThinnedText text) {
		TomlPosition position = error.position();
		String message = QUOTED_TEXT.matcher(String.valueOf(error.getMessage())).replaceFirst("$1text$2");
		message = LINE.matcher(message)
			.replaceAll((line) -> "at line " + text.originalLine(Integer.parseInt(line.group(1))));
		return new Problem(Problem.Stage.PARSE, null, text.originalLine(position.line()), position.column(), message);
	}

}
