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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Reads TOML texts with tomlj, which is the authority on every value and every error.
 */
public final class TomlParser {

	private static final int MAX_KEYS = 200_000;

	/** Texts up to this size are read at once. */
	private static final int PORTION_SIZE = 4096;

	/**
	 * A text this small is read in one piece the first time: that needs fewer classes.
	 */
	private static final int SMALL = 4096;

	private final TomlParseOptions options;

	private final int maxKeys;

	private final ParserGuard guard;

	private final int sectionedFrom;

	/**
	 * Create a parser of TOML 1.1 that reads up to 200,000 keys.
	 * @param maxDepth how deep tables and arrays may be nested, 1 to 128
	 */
	public TomlParser(int maxDepth) {
		this(maxDepth, MAX_KEYS, TomlVersion.V1_1);
	}

	/**
	 * Create a parser.
	 * @param maxDepth how deep tables and arrays may be nested, 1 to 128
	 * @param maxKeys how many keys and headers of tables a text may have, at least 1
	 * @param version the version of TOML
	 */
	public TomlParser(int maxDepth, int maxKeys, TomlVersion version) {
		this(maxDepth, maxKeys, version, PORTION_SIZE, SMALL);
	}

	/**
	 * Create a parser.
	 * @param portionSize the size from which on a text is looked at in portions
	 * @param sectionedFrom the size from which on it is read in sections
	 */
	TomlParser(int maxDepth, int maxKeys, TomlVersion version, int portionSize, int sectionedFrom) {
		this.options = TomlParseOptions.defaults().withMaxNestingDepth(maxDepth).withVersion(parserVersion(version));
		this.maxKeys = maxKeys;
		this.guard = new ParserGuard(this.options.withoutSource(), maxKeys, portionSize);
		this.sectionedFrom = sectionedFrom;
	}

	/**
	 * Read the content of a source.
	 * @param content the content
	 * @return the document
	 * @throws TomlException with all problems, when it is not TOML in UTF-8
	 */
	public TomlDocument parse(SourceContent content) throws TomlException {
		return (content.bytes().length < this.sectionedFrom) ? parseWhole(content) : parse(content, SectionedText.NONE);
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
		SourceContent content = SourceContent.of(text.getBytes(StandardCharsets.UTF_8));
		// What has no bytes is refused by the parser, with its place.
		return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? parse(content) : whole(text, content, null);
	}

	/** Read a content without looking for sections. */
	TomlDocument parseWhole(SourceContent content) throws TomlException {
		return whole(TomlText.decode(content.bytes()), content, SectionedText.NONE);
	}

	private TomlDocument parse(SourceContent content, @Nullable SectionedText old) throws TomlException {
		SectionedText read = (old != null) ? old.reread(content.bytes(), this) : null;
		return (read != null) ? new TomlDocument(read.text(), content.digest(), read.values(), read, this)
				: whole(TomlText.decode(content.bytes()), content, null);
	}

	private TomlDocument whole(String text, SourceContent content, @Nullable SectionedText sections)
			throws TomlException {
		TomlTable table = checked(TomlText.withoutBom(text));
		return new TomlDocument(new SharedBytes(List.of(content.bytes())), content.digest(),
				new TomlTree(TomlValues.fromParser(table)), sections, this);
	}

	int maxDepth() {
		return this.options.maxNestingDepth();
	}

	int maxKeys() {
		return this.maxKeys;
	}

	/** Return the values of statements that follow no header. */
	Table statements(String text) throws TomlException {
		return TomlValues.fromParser(checked(text));
	}

	/** Return the parser's own table of a text. */
	TomlTable checked(String text) throws TomlException {
		ThinnedText thinned = ThinnedText.of(text);
		ReadableText readable = this.guard.readable(thinned);
		TomlParseResult result = result(readable.text(), thinned);
		if (result.hasErrors()) {
			List<ParserError> errors = Stream
				.concat(result.errors().stream().map(ParserError::of), readable.later().stream())
				.toList();
			throw new TomlException(new ErrorReport(text, thinned).problems(errors));
		}
		return result;
	}

	/**
	 * Return the parser's own table of a text that is known to be TOML, fit for edits.
	 */
	TomlParseResult table(ThinnedText text) {
		return Toml.parse(text.text(), this.options);
	}

	// The guard is a guess for texts that are no TOML: only the parser refuses one.
	private TomlParseResult result(String readable, ThinnedText thinned) throws TomlException {
		TomlParseResult result = result(readable);
		boolean isAll = readable.length() == thinned.text().length();
		return (isAll || result.hasErrors()) ? result : result(thinned.text());
	}

	// The parser is known to throw on some malformed inline tables, although it
	// promises to report errors; whatever it throws, the text is at fault.
	private TomlParseResult result(String text) throws TomlException {
		try {
			return Toml.parse(text, this.options.withoutSource());
		}
		catch (RuntimeException | StackOverflowError | AssertionError ex) {
			throw new TomlException(
					List.of(new Problem(Problem.Stage.PARSE, null, 0, 0, "not TOML: the parser gave up with "
							+ ex.getClass().getSimpleName() + "; look for an unclosed bracket or quote")));
		}
	}

	private static org.tomlj.TomlVersion parserVersion(TomlVersion version) {
		return switch (version) {
			case V1_0 -> org.tomlj.TomlVersion.V1_0_0;
			case V1_1 -> org.tomlj.TomlVersion.V1_1_0;
		};
	}

}
