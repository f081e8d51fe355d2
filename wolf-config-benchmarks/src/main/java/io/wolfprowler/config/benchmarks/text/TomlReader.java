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

package io.wolfprowler.config.benchmarks.text;

import com.electronwill.nightconfig.core.CommentedConfig;
import com.electronwill.nightconfig.toml.TomlParser;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.wolfprowler.config.internal.toml.TomlDocument;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/**
 * A parser of TOML.
 */
public enum TomlReader {

	/** That of Wolf Config, which guards and copies what tomlj reads. */
	WOLF("**wolf-config**", "wolf-config-starter") {

		private final io.wolfprowler.config.internal.toml.TomlParser parser = new io.wolfprowler.config.internal.toml.TomlParser(
				64);

		@Override
		public Object parse(String text) throws Exception {
			return this.parser.parse(text);
		}

		@Override
		public int tables(Object document) {
			return ((TomlDocument) document).values().keys().size();
		}
	},

	/** The parser that Wolf Config asks. */
	TOMLJ("tomlj", "tomlj") {
		@Override
		public Object parse(String text) {
			return Toml.parse(text);
		}

		@Override
		public int tables(Object document) {
			return ((TomlParseResult) document).size();
		}
	},

	/** Night Config. */
	NIGHT_CONFIG("night-config", "toml") {
		@Override
		public Object parse(String text) {
			return new TomlParser().parse(text);
		}

		@Override
		public int tables(Object document) {
			return ((CommentedConfig) document).size();
		}
	},

	/** Jackson 2, to a tree. */
	JACKSON_2("Jackson 2", "jackson-dataformat-toml-2") {

		private final TomlMapper mapper = new TomlMapper();

		@Override
		public Object parse(String text) throws Exception {
			return this.mapper.readTree(text);
		}

		@Override
		public int tables(Object document) {
			return ((com.fasterxml.jackson.databind.JsonNode) document).size();
		}
	},

	/** Jackson 3, to a tree. */
	JACKSON_3("Jackson 3", "jackson-dataformat-toml-3") {

		private final tools.jackson.dataformat.toml.TomlMapper mapper = new tools.jackson.dataformat.toml.TomlMapper();

		@Override
		public Object parse(String text) {
			return this.mapper.readTree(text);
		}

		@Override
		public int tables(Object document) {
			return ((tools.jackson.databind.JsonNode) document).size();
		}
	};

	private final String label;

	private final String artifact;

	TomlReader(String label, String artifact) {
		this.label = label;
		this.artifact = artifact;
	}

	/**
	 * Return the name in tables.
	 * @return the name
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the artifact that this is.
	 * @return how the name of a jar begins
	 */
	public String artifact() {
		return this.artifact;
	}

	/**
	 * Parse a text.
	 * @param text the text
	 * @return what the parser makes of it
	 * @throws Exception when it is not TOML
	 */
	public abstract Object parse(String text) throws Exception;

	/**
	 * Count what was found at the top level.
	 * @param document what the parser has made
	 * @return the number of keys
	 */
	public abstract int tables(Object document);

}
