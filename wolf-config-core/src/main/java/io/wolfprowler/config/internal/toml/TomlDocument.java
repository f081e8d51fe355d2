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
import java.util.function.Supplier;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/**
 * A parsed TOML text: immutable, and lossless because the text is kept as it is.
 */
public final class TomlDocument {

	private final SharedBytes text;

	private final String digest;

	private final TomlTree values;

	private final @Nullable SectionedText sections;

	private final GuardedParser parser;

	private TomlDocument(SharedBytes text, String digest, TomlTree values, @Nullable SectionedText sections,
			GuardedParser parser) {
		this.text = text;
		this.digest = digest;
		this.values = values;
		this.sections = sections;
		this.parser = parser;
	}

	/**
	 * Read a content section by section, and only the sections that differ from those of
	 * another document.
	 * @param old the sections of that document, {@code null} if it could only be read as
	 * a whole
	 * @throws TomlException when it is not TOML
	 */
	static TomlDocument read(SourceContent content, @Nullable SectionedText old, GuardedParser parser)
			throws TomlException {
		SectionedText read = (old != null) ? old.reread(content.bytes(), parser) : null;
		return (read != null) ? new TomlDocument(read.text(), content.digest(), read.values(), read, parser)
				: readWhole(TomlText.decode(content.bytes()), content, null, parser);
	}

	/**
	 * Read a content as a whole.
	 * @param sections the sections that the next content is compared with
	 * @throws TomlException when it is not TOML
	 */
	static TomlDocument readWhole(String text, SourceContent content, @Nullable SectionedText sections,
			GuardedParser parser) throws TomlException {
		TomlTable table = parser.parse(TomlText.withoutBom(text)).orElseThrow(TomlException::new);
		return new TomlDocument(new SharedBytes(List.of(content.bytes())), content.digest(),
				new TomlTree(TomlValues.fromParser(table)), sections, parser);
	}

	/**
	 * Return the text. It is kept in UTF-8 and decoded by each call.
	 * @return the text, with its byte order mark if it has one
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
	 * Return whether the last line of the text is complete.
	 * @return whether the text ends with a line feed
	 */
	public boolean endsLine() {
		return this.text.endsWith('\n');
	}

	/**
	 * Return how much of the text is also the beginning of another document.
	 * @param other the other document
	 * @return the number of bytes, at most {@link #size()}
	 */
	public int commonStart(TomlDocument other) {
		return this.text.commonStart(other.text);
	}

	/**
	 * Return how much of the text is also the end of another document.
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
	 * Return the locations of keys and values. Parses the text again, and is meant for
	 * problems.
	 * @return the locations
	 */
	public TomlLocations locations() {
		return new TomlLocations(this.parser.editable(TomlText.withoutBom(text())));
	}

	/**
	 * Create an edited copy. Comments, order and notation of everything else are kept;
	 * only the lines of the edited keys differ.
	 * @param edits the edits, in the order in which they are made
	 * @return the edited document
	 * @throws TomlException if an edit can't be made without changing any other value
	 */
	public TomlDocument edit(List<TomlEdit> edits) throws TomlException {
		if (edits.isEmpty()) {
			return this;
		}
		TomlTree wanted = made(() -> this.values.with(edits));
		SharedBytes bytes = made(() -> edited(edits));
		TomlDocument edited = read(SourceContent.of(bytes.bytes()), this.sections, this.parser);
		if (!edited.values.equals(wanted)) {
			throw impossible("the edits can't be made without changing other values; edit the file by hand");
		}
		return edited;
	}

	private SharedBytes edited(List<TomlEdit> edits) {
		TextEditor editor = new TextEditor(this.parser);
		SharedBytes edited = (this.sections != null) ? new SectionEditor(this.sections.sections(), editor).edit(edits)
				: null;
		return (edited != null) ? edited : SharedBytes.of(editor.edit(text(), edits));
	}

	private static <R> R made(Supplier<R> edit) throws TomlException {
		try {
			return edit.get();
		}
		catch (RuntimeException ex) {
			throw impossible("the edits can't be made: " + ex.getMessage());
		}
	}

	private static TomlException impossible(String reason) {
		return new TomlException(List.of(new Problem(Problem.Stage.PARSE, null, 0, 0, reason)));
	}

	/**
	 * Return a description without the text, which may contain secrets.
	 */
	@Override
	public String toString() {
		return "TomlDocument[" + size() + " bytes, digest=" + this.digest + "]";
	}

	/**
	 * Return the sections, {@code null} if the document can only be read as a whole.
	 */
	@Nullable SectionedText sections() {
		return this.sections;
	}

}
