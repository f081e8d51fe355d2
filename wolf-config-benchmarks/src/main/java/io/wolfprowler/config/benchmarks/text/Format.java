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

import java.util.Locale;

/**
 * How a configuration is spelled. Both spellings have the same keys and values.
 */
public enum Format {

	/** TOML. */
	TOML {
		@Override
		String spell(String toml) {
			return toml;
		}
	},

	/** Flat Java properties, for those that read no TOML. */
	PROPERTIES {
		@Override
		String spell(String toml) {
			StringBuilder properties = new StringBuilder(toml.length() * 2);
			String prefix = "";
			for (String line : toml.split("\n")) {
				if (line.startsWith("[")) {
					prefix = line.substring(1, line.length() - 1) + ".";
				}
				else if (!line.isEmpty()) {
					properties.append(prefix).append(line.replace(" = ", "=").replace("\"", "")).append('\n');
				}
			}
			return properties.toString();
		}
	};

	/**
	 * Return the extension of files in this format.
	 * @return the extension, without a dot
	 */
	public String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Spell a text of simple TOML: one table header or one key on a line. */
	abstract String spell(String toml);

}
