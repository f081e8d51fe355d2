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

import org.tomlj.TomlParseResult;

/**
 * A parsed text with its layout and comments.
 */
public final class EditableText {

	private final TomlParseResult table;

	private final ThinnedText text;

	EditableText(TomlParseResult table, ThinnedText text) {
		this.table = table;
		this.text = text;
	}

	/**
	 * Return the parser's table, which may be edited.
	 * @return the table
	 */
	public TomlParseResult table() {
		return this.table;
	}

	/**
	 * Return the line of the text that a line of the parser is.
	 * @param line the line in a position of the table, from 1
	 * @return the line in the text, from 1
	 */
	public int originalLine(int line) {
		return this.text.originalLine(line);
	}

	/**
	 * Write the text with all edits made in the table.
	 * @return the edited text
	 */
	public String toToml() {
		return this.text.restore(this.table.toToml());
	}

}
