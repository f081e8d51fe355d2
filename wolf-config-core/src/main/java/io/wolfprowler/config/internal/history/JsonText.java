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

package io.wolfprowler.config.internal.history;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON in one line that is safe to display: line breaks, terminal
 * control characters and invisible characters are escaped.
 */
final class JsonText {

	private final StringBuilder out = new StringBuilder();

	private JsonText() {
	}

	/**
	 * Write a value.
	 * @param value a map with string keys, a collection, a finite number, a boolean or
	 * {@code null}; anything else is written as a string
	 * @return the JSON
	 */
	static String of(@Nullable Object value) {
		JsonText text = new JsonText();
		text.add(value);
		return text.out.toString();
	}

	private void add(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			object(map);
		}
		else if (value instanceof Collection<?> values) {
			array(values);
		}
		else if (value == null || value instanceof Number || value instanceof Boolean) {
			this.out.append(value);
		}
		else {
			string(value.toString());
		}
	}

	private void object(Map<?, ?> map) {
		String separator = "{";
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			this.out.append(separator);
			string(entry.getKey().toString());
			this.out.append(':');
			add(entry.getValue());
			separator = ",";
		}
		this.out.append(map.isEmpty() ? "{}" : "}");
	}

	private void array(Collection<?> values) {
		String separator = "";
		this.out.append('[');
		for (Object value : values) {
			this.out.append(separator);
			add(value);
			separator = ",";
		}
		this.out.append(']');
	}

	private void string(String text) {
		this.out.append('"');
		text.codePoints().forEach((c) -> {
			if (c == '"' || c == '\\') {
				this.out.append('\\').append((char) c);
			}
			else if (isEscaped(c)) {
				escape(c);
			}
			else {
				this.out.appendCodePoint(c);
			}
		});
		this.out.append('"');
	}

	private void escape(int codePoint) {
		for (char unit : Character.toChars(codePoint)) {
			this.out.append(String.format("\\u%04x", (int) unit));
		}
	}

	// An unpaired surrogate can't be encoded in UTF-8.
	private static boolean isEscaped(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				true;
			default -> false;
		};
	}

}
