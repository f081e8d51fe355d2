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

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

import static org.assertj.core.api.Assertions.assertThat;

class SampleTests {

	private static final Pair PAIR = new Pair(10_080, 777);

	@ParameterizedTest
	@ValueSource(ints = { 17, 10_000, 100_000 })
	void hasAsManyKeysInProperties(int keys) throws IOException {
		Sample sample = Sample.of(keys);

		Properties properties = properties(sample);

		assertThat(properties).hasSize(keys)
			.containsEntry(sample.portKey(), "10080")
			.containsEntry(sample.peersKey(), "777");
	}

	@Test
	void saysTheSameInBothFormats() throws IOException {
		for (int keys : new int[] { 17, 100 }) {
			TomlParseResult toml = Toml.parse(Sample.of(keys).text(Format.TOML, PAIR));
			Properties properties = properties(Sample.of(keys));

			assertThat(toml.errors()).isEmpty();
			assertThat(toml.dottedEntrySet()).hasSize(keys)
				.allSatisfy((entry) -> assertThat(properties).containsEntry(entry.getKey(),
						String.valueOf(entry.getValue())));
		}
	}

	@Test
	void differsInOneLine() {
		String first = Sample.of(10_000).text(Format.TOML, PAIR);
		String second = Sample.of(10_000).text(Format.TOML, new Pair(10_090, 777));

		assertThat(second).isNotEqualTo(first).hasSameSizeAs(first);
		assertThat(second.replace("port = 10090\n", "port = 10080\n")).isEqualTo(first);
	}

	private static Properties properties(Sample sample) throws IOException {
		Properties properties = new Properties();
		properties.load(new StringReader(sample.text(Format.PROPERTIES, PAIR)));
		return properties;
	}

}
