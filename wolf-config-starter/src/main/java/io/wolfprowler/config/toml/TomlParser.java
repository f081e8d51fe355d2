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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

import org.jspecify.annotations.Nullable;

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

	/**
	 * A text this small is read in one piece the first time: that needs fewer classes.
	 */
	private static final int SMALL = 4096;

	private final TomlParseOptions options;

	private final int sectionedFrom;

	/**
	 * Create a parser.
	 * @param maxDepth how deep tables and arrays may be nested, 1 to 128
	 */
	public TomlParser(int maxDepth) {
		this(maxDepth, SMALL);
	}

	/**
	 * Create a parser.
	 * @param sectionedFrom the size from which on a text is read in sections
	 */
	TomlParser(int maxDepth, int sectionedFrom) {
		this.options = TomlParseOptions.defaults().withMaxNestingDepth(maxDepth);
		this.sectionedFrom = sectionedFrom;
	}

	/**
	 * Read the content of a source.
	 * @param content the content
	 * @return the document
	 * @throws TomlException with all problems, when it is not TOML in UTF-8
	 */
	public TomlDocument parse(SourceContent content) throws TomlException {
		return (content.bytes().length < this.sectionedFrom) ? whole(content, SectionedText.NONE)
				: parse(content, SectionedText.NONE);
	}

	/**
	 * Read the content of a source that differs little from one that was read before. The
	 * result is that of {@link #parse(SourceContent)}, at the cost of what differs.
	 * @param content the content
	 * @param old the document the source had before; what both have in common is shared
	 * @return the document
	 * @throws TomlException with all problems, when it is not TOML in UTF-8
	 */
	public TomlDocument reparse(SourceContent content, TomlDocument old) throws TomlException {
		return parse(content, old.sections());
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @return the document
	 * @throws TomlException with all problems, when it is not TOML
	 */
	public TomlDocument parse(String text) throws TomlException {
		return parse(SourceContent.of(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Read a content without looking for sections. */
	TomlDocument parseWhole(SourceContent content) throws TomlException {
		return whole(content, SectionedText.NONE);
	}

	private TomlDocument parse(SourceContent content, @Nullable SectionedText old) throws TomlException {
		SectionedText read = (old != null) ? old.reread(content.bytes(), this) : null;
		return (read != null) ? new TomlDocument(read.text(), content.digest(), read.values(), read, this)
				: whole(content, null);
	}

	private TomlDocument whole(SourceContent content, @Nullable SectionedText sections) throws TomlException {
		TomlTable table = checked(ThinnedText.of(TomlText.withoutBom(TomlText.decode(content.bytes()))));
		return new TomlDocument(new Rope(List.of(content.bytes())), content.digest(),
				new TomlTree(TomlValues.fromParser(table)), sections, this);
	}

	int maxDepth() {
		return this.options.maxNestingDepth();
	}

	/** Return the values of statements that follow no header. */
	Table statements(String text) throws TomlException {
		return TomlValues.fromParser(checked(ThinnedText.of(text)));
	}

	/** Return the parser's own table of a text. */
	TomlTable checked(ThinnedText thinned) throws TomlException {
		TomlParseResult result = result(thinned.text());
		if (result.hasErrors()) {
			throw new TomlException(result.errors().stream().map((error) -> problem(error, thinned)).toList());
		}
		return result;
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
