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

package io.wolfprowler.config.internal.engine.load;

import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.internal.toml.TomlText;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.SourceContent;

/**
 * Reads the source, and parses what it holds.
 *
 * @param source the source
 * @param parser the parser
 * @param maxSize the maximum size of a document in bytes
 */
public record DocumentReader(ConfigSource source, TomlParser parser, long maxSize) {

	/**
	 * Read the source.
	 * @return its content, or why there is none
	 */
	public SourceReadResult read() {
		return SourceReadResult.of(this.source);
	}

	/**
	 * Parse a text that does not come from the source.
	 * @param toml the text
	 * @return the document
	 * @throws TomlException when the text is not TOML or too large
	 */
	public TomlDocument parse(String toml) throws TomlException {
		return this.parser.parse(TomlText.encode(toml, this.maxSize));
	}

	/** Parse a content, and reuse what it shares with an earlier document. */
	TomlDocument parse(SourceContent content, TomlDocument earlier) throws TomlException {
		return this.parser.reparse(content, earlier);
	}

	/**
	 * Return the description of the source.
	 * @return the description, for log lines and messages
	 */
	public String description() {
		return this.source.description();
	}

}
