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

/**
 * Edits as people write them down: {@code web_port = 9090}, {@code a.b remove}.
 */
final class Edits {

	private static final TomlParser PARSER = new TomlParser(64);

	private Edits() {
	}

	static TomlEdit parse(String line) {
		if (line.endsWith(" remove")) {
			return new TomlEdit(KeyPath.parse(line.substring(0, line.length() - " remove".length())), null);
		}
		int equals = line.indexOf(" = ");
		return new TomlEdit(KeyPath.parse(line.substring(0, equals)), value(line.substring(equals + 3)));
	}

	static Object value(String toml) {
		return document("value = " + toml).values().root().get("value");
	}

	static TomlDocument document(String text) {
		try {
			return PARSER.parse(text);
		}
		catch (TomlException ex) {
			throw new IllegalArgumentException(ex.getProblems().toString(), ex);
		}
	}

}
