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

import java.util.Objects;

/**
 * A document to start from: every key of a record type with its default, its description
 * and its constraints. Keys without a default are commented out. Required secrets are
 * placeholders like <code>${WOLF_DB_PASSWORD}</code>, to be set in the environment. The
 * document binds to the defaults.
 */
public final class ConfigTemplate {

	private final Schema<?> schema;

	private ConfigTemplate(Schema<?> schema) {
		this.schema = schema;
	}

	/**
	 * Create the template of a record type.
	 * @param type the record type
	 * @return its template
	 * @throws IllegalArgumentException if it can't be a configuration type
	 */
	public static ConfigTemplate of(Class<?> type) {
		return of(Schema.of(Objects.requireNonNull(type, "type")));
	}

	/**
	 * Create the template of a schema.
	 * @param schema the schema of a record type
	 * @return its template
	 */
	public static ConfigTemplate of(Schema<?> schema) {
		return new ConfigTemplate(Objects.requireNonNull(schema, "schema"));
	}

	/**
	 * Write the template.
	 * @return a TOML document that ends with a line feed
	 */
	public String toToml() {
		TemplateText text = new TemplateText();
		text.comment(this.schema.type().getSimpleName() + ": all keys with their defaults.");
		text.paragraph();
		this.schema.describe(text);
		return text.toString();
	}

	/**
	 * Return the text of the template.
	 */
	@Override
	public String toString() {
		return toToml();
	}

}
