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

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;
import org.tomlj.TomlKeyValue;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlValue;

/**
 * Edits a text through the parser's editor, which keeps layout and comments, and checks
 * the result before anybody sees it.
 */
class TomlEditor {

	private final TomlParser parser;

	private final TomlDocument document;

	TomlEditor(TomlParser parser, TomlDocument document) {
		this.parser = parser;
		this.document = document;
	}

	TomlDocument edit(List<TomlEdit> edits) throws TomlException {
		TomlTree wanted;
		byte[] bytes;
		try {
			wanted = this.document.values().with(edits);
			bytes = rendered(edits);
		}
		catch (RuntimeException ex) {
			throw refused("the edits can't be made: " + ex.getMessage());
		}
		TomlDocument edited = this.parser.reparse(SourceContent.of(bytes), this.document);
		if (!edited.values().equals(wanted)) {
			throw refused("the edits can't be made without changing other values; edit the file by hand");
		}
		return edited;
	}

	private byte[] rendered(List<TomlEdit> edits) throws TomlException {
		SectionedText text = this.document.sections();
		SharedBytes edited = (text != null) ? new SectionEditor(text.sections(), this.parser).edit(edits) : null;
		return (edited != null) ? edited.bytes() : renderedWhole(edits).getBytes(StandardCharsets.UTF_8);
	}

	private static TomlException refused(String reason) {
		return new TomlException(List.of(new Problem(Problem.Stage.PARSE, null, 0, 0, reason)));
	}

	// The editor changes the blanks of a last line that does not end: it edits a text
	// whose last line does.
	private String renderedWhole(List<TomlEdit> edits) {
		String text = TomlText.withoutBom(this.document.text());
		String end = text.endsWith("\n") ? "" : (text.contains("\r\n") ? "\r\n" : "\n");
		ThinnedText thinned = ThinnedText.of(text + end);
		TomlParseResult table = this.parser.table(thinned);
		edits.forEach((edit) -> make(table, edit));
		String edited = thinned.restore(table.toToml());
		if (!end.isEmpty() && edited.endsWith(end)) {
			edited = edited.substring(0, edited.length() - end.length());
		}
		return TomlText.withBomOf(this.document.text(), edited);
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
		TomlValue spelled = (present != null) ? present.value() : null;
		if (spelled != null && spelled.isLong() && value instanceof Long number) {
			return TomlValue.inNotationOf(spelled, number);
		}
		if (spelled != null && spelled.isString() && value instanceof String text) {
			return TomlValue.inNotationOf(spelled, text);
		}
		return value;
	}

	private static List<String> names(List<Object> segments, int from, int to) {
		return segments.subList(from, to).stream().map(String.class::cast).toList();
	}

}
