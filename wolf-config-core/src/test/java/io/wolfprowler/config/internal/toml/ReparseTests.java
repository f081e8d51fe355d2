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
import java.util.Random;
import java.util.stream.Stream;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.fixtures.Scale;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for reading a text in sections, and only those that have changed: the result is
 * that of reading the whole text.
 */
class ReparseTests {

	private static final int EDITS = 30;

	private final TomlParser whole = new TomlParser(12, 100_000, TomlVersion.V1_1, 4096, Integer.MAX_VALUE);

	private final TomlParser sectioned = new TomlParser(12, 100_000, TomlVersion.V1_1, 4096, 0);

	private int steps;

	private int inSections;

	@Test
	void everyFileOfTomlTestMeansTheSameInSections() {
		TomlTestCorpus corpus = TomlTestCorpus.find();

		Stream.of("valid", "invalid")
			.flatMap((kind) -> corpus.names(kind).stream())
			.forEach((name) -> check(corpus.bytes(name), null, name));

		assertThat(this.inSections).isGreaterThan(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = 1\n", "[a]\nb = 1\n", "[a]\n[b]\n" })
	void byteOrderMarkMeansSomethingAtTheBeginningOnly(String text) {
		TomlDocument marked = check(bytes("\uFEFF" + text), null, "marked");
		TomlDocument plain = check(bytes(text), null, "plain");

		for (TomlDocument old : new TomlDocument[] { marked, plain }) {
			check(bytes("\n\uFEFF" + text), old, "further down");
			check(bytes("c = 1\n\uFEFF" + text), old, "behind a key");
			check(bytes("\uFEFF" + text), old, "at the beginning");
			check(bytes("\uFEFF\uFEFF" + text), old, "twice");
			check(bytes(text), old, "nowhere");
			check(bytes(text + "\uFEFF" + text), old, "in the middle");
		}
	}

	@Test
	void everyFileOfTomlTestMeansTheSameAfterEachEdit() {
		TomlTestCorpus corpus = TomlTestCorpus.find();
		long seed = System.nanoTime();
		for (int round = 0; round < Scale.of(1); round++) {
			for (String name : corpus.names("valid")) {
				edit(new String(corpus.bytes(name), StandardCharsets.UTF_8), seed++, name);
			}
		}
		report();
	}

	@Test
	void everyTextOfFewNamesMeansTheSameAfterEachEdit() {
		long seed = System.nanoTime();
		for (int round = 0; round < Scale.of(600); round++) {
			edit(new RandomText(new Random(seed)).text(), seed, "text");
			seed++;
		}
		report();
	}

	private void edit(String start, long seed, String name) {
		RandomText random = new RandomText(new Random(seed));
		String text = start;
		TomlDocument old = check(bytes(text), null, name + ", seed " + seed);
		for (int i = 0; i < EDITS; i++) {
			String edited = random.edited(text);
			TomlDocument next = check(bytes(edited), old, name + ", seed " + seed + ", edit " + i);
			text = (next != null || i % 3 == 0) ? edited : text;
			old = (next != null) ? next : old;
		}
	}

	private @Nullable TomlDocument check(byte[] bytes, @Nullable TomlDocument old, String name) {
		SourceContent content = SourceContent.of(bytes);
		Read expected = read(() -> this.whole.parse(content));
		Read found = read(() -> (old != null && old.sections() != null) ? this.sectioned.reparse(content, old)
				: this.sectioned.parse(content));
		String text = new String(bytes, StandardCharsets.UTF_8);
		assertThat(found.problems()).as("%s:%n%s", name, text).isEqualTo(expected.problems());
		assertThat(found.shown()).as("%s:%n%s", name, text).isEqualTo(expected.shown());
		this.steps++;
		TomlDocument document = found.document();
		if (document != null) {
			this.inSections += (document.sections() != null) ? 1 : 0;
			assertThat(document.bytes()).as(name).isEqualTo(bytes);
			assertThat(document.values()).as(name).isEqualTo(expected.document().values());
		}
		return document;
	}

	private void report() {
		System.out.printf("Reparse: %,d texts, %,d of them in sections, the same as in one piece%n", this.steps,
				this.inSections);
		assertThat(this.inSections).isGreaterThan(this.steps / 10);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static Read read(Reading reading) {
		try {
			return new Read(reading.read(), List.of());
		}
		catch (TomlException ex) {
			return new Read(null, ex.getProblems());
		}
	}

	private interface Reading {

		TomlDocument read() throws TomlException;

	}

	private record Read(@Nullable TomlDocument document, List<Problem> problems) {

		// The order of the keys counts, and 1 is not "1".
		String shown() {
			return (this.document != null) ? shown(this.document.values().root()) : "";
		}

		private static String shown(Object value) {
			if (value instanceof Map<?, ?> map) {
				StringBuilder all = new StringBuilder("{");
				map.forEach((name, inner) -> all.append(name).append('=').append(shown(inner)).append(';'));
				return all.append('}').toString();
			}
			return (value instanceof List<?> list) ? list.stream().map(Read::shown).toList().toString()
					: value.getClass().getSimpleName() + " " + value;
		}

	}

}
