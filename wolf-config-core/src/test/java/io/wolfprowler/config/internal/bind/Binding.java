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

package io.wolfprowler.config.internal.bind;

import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Binds texts, with the problems as an operator reads them.
 */
final class Binding {

	private static final TomlParser PARSER = new TomlParser(64);

	private Binding() {
	}

	/** Bind a text that fits. */
	static <T> T config(Schema<T> schema, String toml) {
		BindResult<T> bound = schema.bind(document(toml).values());
		assertThat(bound.problems()).isEmpty();
		assertThat(bound.unknownKeys()).isEmpty();
		return bound.config();
	}

	/**
	 * Bind a text that does not fit; the problems have their line and column in front.
	 */
	static List<String> problems(Schema<?> schema, String toml) {
		TomlDocument document = document(toml);
		return problems(schema.bind(document.values()), document);
	}

	static List<String> problems(BindResult<?> bound, TomlDocument document) {
		assertThat(bound.config() == null).isEqualTo(!bound.problems().isEmpty());
		return Stream.concat(bound.problems().stream(), bound.unknownKeys().stream())
			.map((problem) -> problem.in(document.locations()))
			.map((problem) -> problem.describe("").substring((problem.line() > 0) ? 1 : 2))
			.toList();
	}

	static TomlDocument document(String toml) {
		try {
			return PARSER.parse(toml);
		}
		catch (TomlException ex) {
			throw new IllegalArgumentException(ex.getProblems().toString(), ex);
		}
	}

}
