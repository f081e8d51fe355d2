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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A TOML text with its values: immutable, and lossless because the text is kept as it is.
 */
public final class TomlDocument {

	private final SharedBytes text;

	private final String digest;

	private final TomlTree values;

	private final @Nullable SectionedText sections;

	private final TomlParser parser;

	TomlDocument(SharedBytes text, String digest, TomlTree values, @Nullable SectionedText sections,
			TomlParser parser) {
		this.text = text;
		this.digest = digest;
		this.values = values;
		this.sections = sections;
		this.parser = parser;
	}

	/**
	 * Return the text. Costs a decoding: the text is kept in UTF-8.
	 * @return the text with its byte order mark, if it has one
	 */
	public String text() {
		return this.text.text();
	}

	/**
	 * Return the bytes of the text.
	 * @return the text in UTF-8
	 */
	public byte[] bytes() {
		return this.text.bytes();
	}

	/**
	 * Return the size of the text.
	 * @return the number of bytes in UTF-8
	 */
	public int size() {
		return this.text.length();
	}

	/**
	 * Return whether the last line of the text ends.
	 * @return whether there is a line feed at the end
	 */
	public boolean endsLine() {
		return this.text.endsWith('\n');
	}

	/**
	 * Return how much of the text is also the beginning of another.
	 * @param other the other document
	 * @return the number of bytes, at most {@link #size()}
	 */
	public int commonStart(TomlDocument other) {
		return this.text.commonStart(other.text);
	}

	/**
	 * Return how much of the text is also the end of another.
	 * @param other the other document
	 * @return the number of bytes, at most {@link #size()}
	 */
	public int commonEnd(TomlDocument other) {
		return this.text.commonEnd(other.text);
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
	public TomlLocations locations() {
		ThinnedText thinned = ThinnedText.of(TomlText.withoutBom(text()));
		return new TomlLocations(this.parser.table(thinned), thinned);
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
		return "TomlDocument[" + size() + " bytes, digest=" + this.digest + "]";
	}

	/**
	 * Return the sections of the text, {@code null} if it can only be read as a whole.
	 */
	@Nullable SectionedText sections() {
		return this.sections;
	}

}
