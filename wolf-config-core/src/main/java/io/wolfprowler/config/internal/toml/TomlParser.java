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

import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import io.wolfprowler.config.spi.SourceContent;

/**
 * Parses TOML texts with tomlj, which is the authority on every value and every error.
 */
public final class TomlParser {

	private static final int MAX_KEYS = 200_000;

	/** Texts up to this length are parsed at once. */
	private static final int PORTION_SIZE = 4096;

	/**
	 * A smaller document is read as a whole the first time, which loads fewer classes.
	 */
	private static final int SMALL = 4096;

	private final GuardedParser parser;

	private final int sectionedFrom;

	/**
	 * Create a parser of TOML 1.1 that accepts up to 200,000 keys.
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
	 * @param portionSize the length from which on a text is checked in portions
	 * @param sectionedFrom the size in bytes from which on it is read in sections
	 */
	TomlParser(int maxDepth, int maxKeys, TomlVersion version, int portionSize, int sectionedFrom) {
		this.parser = new GuardedParser(maxDepth, maxKeys, version, portionSize);
		this.sectionedFrom = sectionedFrom;
	}

	/**
	 * Parse the content of a source.
	 * @param content the content
	 * @return the document
	 * @throws TomlException with all problems, if it is not TOML in UTF-8
	 */
	public TomlDocument parse(SourceContent content) throws TomlException {
		return (content.bytes().length < this.sectionedFrom)
				? TomlDocument.readWhole(TomlText.decode(content.bytes()), content, SectionedText.NONE, this.parser)
				: TomlDocument.read(content, SectionedText.NONE, this.parser);
	}

	/**
	 * Parse the content of a source that differs little from an earlier one. The result
	 * is that of {@link #parse(SourceContent)}, at the cost of what differs.
	 * @param content the content
	 * @param old the earlier document; the new one shares what both have in common
	 * @return the document
	 * @throws TomlException with all problems, if it is not TOML in UTF-8
	 */
	public TomlDocument reparse(SourceContent content, TomlDocument old) throws TomlException {
		return TomlDocument.read(content, old.sections(), this.parser);
	}

	/**
	 * Parse a text.
	 * @param text the text
	 * @return the document
	 * @throws TomlException with all problems, if it is not TOML
	 */
	public TomlDocument parse(String text) throws TomlException {
		SourceContent content = SourceContent.of(text.getBytes(StandardCharsets.UTF_8));
		// The parser rejects half a surrogate pair, with its location.
		return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? parse(content)
				: TomlDocument.readWhole(text, content, null, this.parser);
	}

}
