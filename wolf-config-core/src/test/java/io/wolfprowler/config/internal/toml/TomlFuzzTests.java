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

import java.util.List;

import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.fixtures.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@link TomlParser} with the parser behind it, over the toml-test corpus as it
 * is and changed at random. {@code -Dfaults.seed=4711} repeats one text,
 * {@code -Dfaults.scale=10} does ten times as many.
 */
@Tag("faults")
@Timeout(1800)
class TomlFuzzTests {

	private static final int TEXTS = 6_000;

	@ParameterizedTest
	@EnumSource
	void everyTextOfTheCorpusIsReadAsByTheParserAlone(TomlVersion version) {
		List<String> texts = TomlTestCorpus.find().texts();

		texts.forEach((text) -> checked(new Differential(version), text, "as it is"));

		assertThat(texts).hasSizeGreaterThan(600);
	}

	@Test
	void everyChangedTextIsReadAsByTheParserAlone() {
		List<String> corpus = TomlTestCorpus.find().texts();
		Long only = Long.getLong("faults.seed");
		long first = (only != null) ? only : "true".equals(System.getenv("CI")) ? System.nanoTime() & 0xFFFFFF : 1;
		int accepted = 0;
		int count = (only != null) ? 1 : Scale.of(TEXTS);

		for (long seed = first; seed < first + count; seed++) {
			Differential differential = new Differential(TomlVersion.values()[(int) (seed % 2)]);
			accepted += checked(differential, new TextMutation(seed, corpus).text(), "-Dfaults.seed=" + seed) ? 1 : 0;
		}

		System.out.printf("%d texts from seed %d, %d of them TOML%n", count, first, accepted);
	}

	private static boolean checked(Differential differential, String text, String how) {
		try {
			return differential.check(text);
		}
		catch (RuntimeException | AssertionError ex) {
			throw new AssertionError(how + ", " + differential + ": " + BasicString.quoted(text), ex);
		}
	}

}
