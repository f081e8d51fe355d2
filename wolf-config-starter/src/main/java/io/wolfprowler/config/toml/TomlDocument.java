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

import io.wolfprowler.config.SourceContent;

/**
 * A TOML text with its values: immutable, and lossless because the text is kept as it is.
 */
public final class TomlDocument {

	private final String text;

	private final String digest;

	private final TomlTree values;

	private final TomlParser parser;

	TomlDocument(String text, String digest, TomlTree values, TomlParser parser) {
		this.text = text;
		this.digest = digest;
		this.values = values;
		this.parser = parser;
	}

	/**
	 * Return the text.
	 * @return the text with its byte order mark, if it has one
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return the bytes of the text.
	 * @return the text in UTF-8
	 */
	public byte[] bytes() {
		return this.text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return the SHA-256 of the bytes.
	 * @return the digest in lower-case hexadecimal
	 */
	public String digest() {
		return this.digest;
	}

	/**
	 * Return the values.
	 * @return the values as an immutable tree
	 */
	public TomlTree values() {
		return this.values;
	}

	/**
	 * Find places in the text. Costs a parse: meant for problems.
	 * @return the places of keys and values
	 */
	public TomlPlaces places() {
		ThinnedText thinned = ThinnedText.of(TomlText.withoutBom(this.text));
		return new TomlPlaces(this.parser.table(thinned), thinned);
	}

	/**
	 * Make an edited copy. Comments, order and spelling of everything else are kept, and
	 * only the lines of the edited keys differ.
	 * @param edits the edits, made in order
	 * @return the edited document
	 * @throws TomlException when an edit can't be made; the values of the copy are
	 * checked to be those of this document with the edits, and nothing else
	 */
	public TomlDocument edit(List<TomlEdit> edits) throws TomlException {
		return edits.isEmpty() ? this : new TomlEditor(this.parser, this).edit(edits);
	}

	/**
	 * Return a description without the text, which may hold secrets.
	 */
	@Override
	public String toString() {
		return "TomlDocument[" + this.text.length() + " characters, digest=" + this.digest + "]";
	}

	static String digestOf(String text) {
		return SourceContent.of(text.getBytes(StandardCharsets.UTF_8)).digest();
	}

}
