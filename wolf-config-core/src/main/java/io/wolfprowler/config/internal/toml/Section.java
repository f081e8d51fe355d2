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
import java.util.Map;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import io.wolfprowler.config.internal.toml.guard.TextScanner;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/**
 * A part of a document with its values: a header and all statements up to the next one,
 * or the statements before the first. Immutable.
 */
final class Section {

	// Each name may be that of an array.
	private static final int DEPTH_PER_NAME = 2;

	private final byte[] bytes;

	private final List<String> header;

	private final boolean element;

	private final Table values;

	private final int keys;

	private Section(byte[] bytes, List<String> header, boolean element, Table values, int keys) {
		this.bytes = bytes;
		this.header = header;
		this.element = element;
		this.values = values;
		this.keys = keys;
	}

	/**
	 * Read a part on its own.
	 * @throws TomlException if its values can't be determined on their own
	 */
	static Section read(String text, byte[] bytes, GuardedParser parser) throws TomlException {
		String statements = TomlText.withoutBom(text);
		TomlTable table = parser.parse(statements).orElseThrow(TomlException::new);
		String start = statements.stripLeading();
		boolean element = start.startsWith("[[");
		List<String> header = start.startsWith("[") ? header(start, element) : List.of();
		if (!header.isEmpty()) {
			table = element ? table.getArrayOrEmpty(header).getTable(0) : table.getTableOrEmpty(header);
		}
		return new Section(bytes, header, element, TomlValues.fromParser(table), TextScanner.keysOf(statements))
			.checked(parser);
	}

	/**
	 * Read another text of this section. Parses only the statements that have changed, if
	 * that is enough.
	 * @throws TomlException if its values can't be determined on their own
	 */
	Section reread(String text, byte[] changed, GuardedParser parser) throws TomlException {
		String before = new String(this.bytes, StandardCharsets.UTF_8);
		if (TomlText.hasBom(before) != TomlText.hasBom(text)) {
			return read(text, changed, parser);
		}
		ChangedStatements statements = ChangedStatements.between(TomlText.withoutBom(before),
				TomlText.withoutBom(text));
		Table fresh = (statements != null && keepsHeader(text, statements)) ? statements.applyTo(this.values, parser)
				: null;
		if (statements == null || fresh == null) {
			return read(text, changed, parser);
		}
		return new Section(changed, this.header, this.element, fresh, this.keys + statements.moreKeys())
			.checked(parser);
	}

	/** Return the text in UTF-8, shared. */
	byte[] bytes() {
		return this.bytes;
	}

	/** Return the names in the header, none without a header. */
	List<String> header() {
		return this.header;
	}

	/** Return whether the header is that of an array element. */
	boolean isElement() {
		return this.element;
	}

	/** Return the values in the table of the header. */
	Table values() {
		return this.values;
	}

	/** Return the number of keys and headers. */
	int keys() {
		return this.keys;
	}

	boolean hasHeader() {
		return !this.header.isEmpty();
	}

	private boolean keepsHeader(String text, ChangedStatements statements) {
		return hasHeader() ? statements.from() > 0 : !TomlText.withoutBom(text).stripLeading().startsWith("[");
	}

	private Section checked(GuardedParser parser) throws TomlException {
		if (depth() > parser.maxDepth()) {
			throw new TomlException(List.of(new Problem(Problem.Stage.PARSE, null, 0, 0, "may be nested too deeply")));
		}
		return this;
	}

	// An upper bound: the depth of a header depends on what comes before it.
	private int depth() {
		return DEPTH_PER_NAME * (this.header.size() + 1) + depth(this.values);
	}

	private static List<String> header(String text, boolean element) {
		int begin = element ? 2 : 1;
		return List.copyOf(Toml.parseDottedKey(text.substring(begin, endOfHeader(text, begin))));
	}

	// The text is known to be TOML, so the first bracket outside of quotes ends the
	// header.
	private static int endOfHeader(String text, int begin) {
		int end = begin;
		char quote = 0;
		while (quote != 0 || text.charAt(end) != ']') {
			char c = text.charAt(end);
			if (quote == 0) {
				quote = (c == '"' || c == '\'') ? c : 0;
			}
			else if (c == quote) {
				quote = 0;
			}
			end += (c == '\\' && quote == '"') ? 2 : 1;
		}
		return end;
	}

	private static int depth(Object value) {
		int deepest = 0;
		if (value instanceof Map<?, ?> map) {
			for (Object inner : map.values()) {
				deepest = Math.max(deepest, 1 + depth(inner));
			}
		}
		else if (value instanceof List<?> list) {
			for (Object inner : list) {
				deepest = Math.max(deepest, 1 + depth(inner));
			}
		}
		return deepest;
	}

}
