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

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.internal.toml.guard.LongRuns;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what {@link TomlParser} makes of a text with what the parser behind it makes
 * of it alone. For texts that the latter can read in a moment only.
 *
 * @param version the version of TOML
 */
record Differential(TomlVersion version) {

	static final Differential NEWEST = new Differential(TomlVersion.V1_1);

	private static final int DEPTH = 64;

	/** As many problems as are reported one by one. */
	private static final int MOST = 100;

	/** Every line begins a portion of its own, and every element of an array. */
	private static final int TINY = 1;

	/** Check all there is to check, and return whether the text is TOML. */
	boolean check(String text) {
		TomlParseResult plain = plain(TomlText.withoutBom(text));
		TomlDocument document = read(new TomlParser(DEPTH, 200_000, this.version), text, plain);
		TomlDocument inPortions = read(new TomlParser(DEPTH, 200_000, this.version, TINY, Integer.MAX_VALUE), text,
				null);
		assertThat(inPortions == null).as("rejected in portions").isEqualTo(document == null);
		if (document != null) {
			assertThat(inPortions.values()).isEqualTo(document.values());
			accepted(document, plain, text);
			edited(document);
		}
		return document != null;
	}

	private TomlDocument read(TomlParser parser, String text, TomlParseResult plain) {
		try {
			return parser.parse(text);
		}
		catch (TomlException ex) {
			assertThat(ex.getProblems()).isNotEmpty();
			if (plain != null) {
				assertThat(plain.hasErrors()).as("rejected alone; here because of %s", ex.getProblems()).isTrue();
				if (isSeenWhole(text)) {
					assertThat(places(ex.getProblems())).isEqualTo(errors(plain));
				}
			}
			return null;
		}
	}

	// With a long run of blank lines in what may be a string, it is read in portions.
	private static boolean isSeenWhole(String text) {
		return text.length() < 4000 && !LongRuns.remainIn(TomlText.withoutBom(text));
	}

	// It throws on some texts; that is as good as an error.
	private TomlParseResult plain(String text) {
		try {
			return Toml.parse(text,
					TomlParseOptions.defaults()
						.withMaxNestingDepth(DEPTH)
						.withVersion((this.version == TomlVersion.V1_0) ? org.tomlj.TomlVersion.V1_0_0
								: org.tomlj.TomlVersion.V1_1_0));
		}
		catch (RuntimeException | AssertionError ex) {
			return null;
		}
	}

	private static void accepted(TomlDocument document, TomlParseResult plain, String text) {
		assertThat(plain).isNotNull();
		assertThat(plain.hasErrors()).as("accepted alone: %s", plain.errors()).isFalse();
		assertThat(document.text()).isEqualTo(text);
		assertThat(document.values()).isEqualTo(new TomlTree(TomlValues.fromParser(plain)));
		TomlLocations locations = document.locations();
		for (Map.Entry<String, Object> entry : document.values().root().entrySet()) {
			KeyPath key = KeyPath.ROOT.child(entry.getKey());
			TomlPosition expected = plain.inputPositionOf(List.of(entry.getKey()));
			assertThat(locations.atKey(Problem.invalid(entry.getKey(), ""), key))
				.isEqualTo(Problem.invalid(entry.getKey(), "").at(expected.line(), expected.column()));
		}
	}

	// The editor may reject an edit, but never makes anything else of it.
	private static void edited(TomlDocument document) {
		for (String name : document.values().root().keySet()) {
			List<TomlEdit> edits = List.of(new TomlEdit(KeyPath.ROOT.child(name), "x"));
			try {
				assertThat(document.edit(edits).values()).isEqualTo(document.values().with(edits));
			}
			catch (TomlException ex) {
				assertThat(ex).hasMessageContaining("the edits can't be made");
			}
		}
	}

	private static List<String> places(List<Problem> problems) {
		return problems.stream().limit(MOST).map((each) -> each.line() + ":" + each.column()).toList();
	}

	private static List<String> errors(TomlParseResult plain) {
		return plain.errors()
			.stream()
			.map(TomlParseError::position)
			.sorted(Comparator.comparingInt(TomlPosition::line).thenComparingInt(TomlPosition::column))
			.limit(MOST)
			.map((position) -> position.line() + ":" + position.column())
			.toList();
	}

}
