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

import io.wolfprowler.config.internal.toml.guard.EditableText;
import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;
import org.tomlj.TomlKeyValue;
import org.tomlj.TomlValue;

/**
 * Edits texts through the parser's editor, which keeps layout and comments. Does not
 * check the result.
 *
 * @param parser parses the texts
 */
record TextEditor(GuardedParser parser) {

	/**
	 * Make edits.
	 * @throws RuntimeException when one can't be made
	 */
	String edit(String original, List<TomlEdit> edits) {
		// The editor would change the blanks of a last line that has no line end.
		String text = TomlText.withoutBom(original);
		String end = text.endsWith("\n") ? "" : (text.contains("\r\n") ? "\r\n" : "\n");
		EditableText editable = this.parser.editable(text + end);
		edits.forEach((edit) -> make(editable.table(), edit));
		String edited = editable.toToml();
		if (!end.isEmpty() && edited.endsWith(end)) {
			edited = edited.substring(0, edited.length() - end.length());
		}
		return TomlText.withBomOf(original, edited);
	}

	private static void make(MutableTomlTable root, TomlEdit edit) {
		MutableTomlTable table = root;
		List<Object> segments = edit.key().segments();
		int from = 0;
		for (int i = 0; i < segments.size(); i++) {
			if (segments.get(i) instanceof Integer index) {
				MutableTomlArray array = table.getArray(names(segments, from, i));
				table = array.getTable(index);
				from = i + 1;
			}
		}
		set(table, names(segments, from, segments.size()), edit.value());
	}

	private static void set(MutableTomlTable table, List<String> names, @Nullable Object value) {
		if (value == null) {
			table.remove(names);
			return;
		}
		if (names.size() > 1) {
			table.getOrCreateTable(names.subList(0, names.size() - 1));
		}
		table.set(names, inNotationOf(table.entry(names), value));
	}

	private static Object inNotationOf(@Nullable TomlKeyValue present, Object value) {
		TomlValue notation = (present != null) ? present.value() : null;
		if (notation != null && notation.isLong() && value instanceof Long number) {
			return TomlValue.inNotationOf(notation, number);
		}
		if (notation != null && notation.isString() && value instanceof String text) {
			return TomlValue.inNotationOf(notation, text);
		}
		return value;
	}

	private static List<String> names(List<Object> segments, int from, int to) {
		return segments.subList(from, to).stream().map(String.class::cast).toList();
	}

}
