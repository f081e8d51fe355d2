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
import java.util.Map;
import java.util.stream.Stream;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Edits the valid files of the toml-test corpus.
 */
class TomlEditCorpusTests {

	private final TomlParser parser = new TomlParser(64);

	@TestFactory
	Stream<DynamicTest> editOfOneScalarChangesItsLinesOnly() {
		return files((document, random) -> {
			for (KeyPath key : scalars(KeyPath.ROOT, document.values().root())) {
				Object value = random.scalarLike(document.values().at(key));
				TomlDocument edited = document.edit(List.of(new TomlEdit(key, value)));

				assertThat(edited.values()).isEqualTo(document.values().with(List.of(new TomlEdit(key, value))));
				assertThat(around(document, edited, key)).as("lines beside those of %s", key).isTrue();
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> editOfOneScalarIsTheSameInItsSectionAlone() {
		TomlParser sectioned = new TomlParser(64, 100_000, TomlVersion.V1_1, 4096, 0);
		return files((document, random) -> {
			TomlDocument inSections = sectioned.parse(SourceContent.of(document.bytes()));
			for (KeyPath key : scalars(KeyPath.ROOT, document.values().root())) {
				TomlEdit edit = new TomlEdit(key, random.scalarLike(document.values().at(key)));

				assertThat(inSections.edit(List.of(edit)).text()).isEqualTo(document.edit(List.of(edit)).text());
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> editBackGivesTheSameValues() {
		return files((document, random) -> {
			TomlTree target = random.like(document.values());

			TomlDocument there = document.edit(document.values().editsTo(target));
			TomlDocument back = there.edit(there.values().editsTo(document.values()));

			assertThat(there.values()).isEqualTo(target);
			assertThat(back.values()).isEqualTo(document.values());
		});
	}

	@Test
	void anyTreeIsWrittenToAnEmptyText() throws TomlException {
		for (long seed = 0; seed < 300; seed++) {
			TomlTree target = new RandomValues(seed).tree();
			TomlDocument empty = this.parser.parse("");

			assertThat(empty.edit(empty.values().editsTo(target)).values()).as("seed %s", seed).isEqualTo(target);
		}
	}

	// A value of several lines may become one of another number of lines: then only what
	// stands before it is looked at.
	private static boolean around(TomlDocument before, TomlDocument after, KeyPath key) {
		List<String> from = List.of(before.text().split("\n", -1));
		List<String> to = List.of(after.text().split("\n", -1));
		int line = before.locations().atValue(Problem.invalid(key.toString(), ""), key).line();
		boolean sameAbove = from.subList(0, line - 1).equals(to.subList(0, line - 1));
		boolean multiline = (before.text() + after.text()).contains("\"\"\"") || before.text().contains("'''");
		return sameAbove && (multiline || from.subList(line, from.size()).equals(to.subList(line, to.size())));
	}

	private static List<KeyPath> scalars(KeyPath at, Object value) {
		List<KeyPath> keys = new ArrayList<>();
		if (value instanceof Map) {
			TomlTree.table(value).forEach((name, inner) -> keys.addAll(scalars(at.child(name), inner)));
		}
		else if (value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Map.class::isInstance)) {
			for (int i = 0; i < list.size(); i++) {
				keys.addAll(scalars(at.element(i), list.get(i)));
			}
		}
		else if (!(value instanceof List)) {
			keys.add(at);
		}
		return keys;
	}

	private Stream<DynamicTest> files(Check check) {
		TomlTestCorpus corpus = TomlTestCorpus.find();
		return corpus.names("valid")
			.stream()
			.map((name) -> DynamicTest.dynamicTest(name, () -> check
				.run(this.parser.parse(SourceContent.of(corpus.bytes(name))), new RandomValues(name.hashCode()))));
	}

	private interface Check {

		void run(TomlDocument document, RandomValues random) throws TomlException;

	}

}
