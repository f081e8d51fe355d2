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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses dotted keys with indexes, as {@link KeyPath#toString()} writes them.
 */
final class KeyPathParser {

	private static final Pattern INDEX = Pattern.compile("([0-9]+)]");

	private final String key;

	private int at;

	KeyPathParser(String key) {
		this.key = key;
	}

	List<Object> segments() {
		List<Object> segments = new ArrayList<>();
		segments.add(name());
		while (this.at < this.key.length()) {
			char next = this.key.charAt(this.at++);
			if (next == '.') {
				segments.add(name());
			}
			else if (next == '[') {
				segments.add(index());
			}
			else {
				throw notAKey();
			}
		}
		return segments;
	}

	private String name() {
		if (this.at < this.key.length() && this.key.charAt(this.at) == '"') {
			this.at++;
			return quoted();
		}
		int start = this.at;
		while (this.at < this.key.length() && isBare(this.key.charAt(this.at))) {
			this.at++;
		}
		if (start == this.at) {
			throw notAKey();
		}
		return this.key.substring(start, this.at);
	}

	private String quoted() {
		StringBuilder name = new StringBuilder();
		while (this.at < this.key.length()) {
			char next = this.key.charAt(this.at++);
			if (next == '"') {
				return name.toString();
			}
			name.append((next == '\\') ? escaped() : next);
		}
		throw notAKey();
	}

	private char escaped() {
		String rest = this.key.substring(this.at, Math.min(this.at + 5, this.key.length()));
		int length = (rest.startsWith("u") && rest.length() > 4) ? 5 : Math.min(rest.length(), 1);
		this.at += length;
		try {
			return BasicString.unescaped(rest.substring(0, length));
		}
		catch (IllegalArgumentException ex) {
			throw notAKey();
		}
	}

	private Integer index() {
		Matcher index = INDEX.matcher(this.key).region(this.at, this.key.length());
		if (!index.lookingAt()) {
			throw notAKey();
		}
		this.at = index.end();
		try {
			return Integer.valueOf(index.group(1));
		}
		catch (NumberFormatException ex) {
			throw notAKey();
		}
	}

	private static boolean isBare(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
	}

	private IllegalArgumentException notAKey() {
		return new IllegalArgumentException("'" + this.key + "' is not a dotted TOML key");
	}

}
