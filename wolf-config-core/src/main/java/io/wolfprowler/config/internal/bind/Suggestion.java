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

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.wolfprowler.config.internal.toml.KeyPath;

/**
 * Suggests a remedy for an unknown key.
 *
 * @param known the names that the table may have
 * @param keysByName all keys of the type
 */
record Suggestion(Collection<String> known, Map<String, KeyPath> keysByName) {

	private static final int FEW = 8;

	/** Return the remedy, to be appended to the problem. */
	String remedyFor(KeyPath unknown) {
		String name = String.valueOf(unknown.segments().get(unknown.segments().size() - 1));
		Optional<String> meant = this.known.stream()
			.filter((each) -> distance(name, each) <= allowed(each))
			.min(Comparator.comparingInt((each) -> distance(name, each)));
		if (meant.isPresent()) {
			return "; did you mean `" + meant.get() + "`?";
		}
		// A key below the wrong header is a common mistake in TOML.
		KeyPath elsewhere = this.keysByName.get(name);
		if (elsewhere != null) {
			String header = elsewhere.parent().isRoot() ? "above the first table"
					: "below [" + elsewhere.parent() + "]";
			return "; `" + elsewhere + "` belongs " + header;
		}
		return (this.known.size() <= FEW) ? "; known here: " + String.join(", ", this.known) : "; remove it";
	}

	// Short names resemble many others.
	private static int allowed(String known) {
		return Math.min(known.length() / 2, Math.max(2, known.length() / 3));
	}

	// Edits of one character, and swaps of two neighbours.
	private static int distance(String a, String b) {
		int[] beforeLast = new int[b.length() + 1];
		int[] last = IntStream.rangeClosed(0, b.length()).toArray();
		for (int i = 1; i <= a.length(); i++) {
			int[] row = row(a, i, b, last, beforeLast);
			beforeLast = last;
			last = row;
		}
		return last[b.length()];
	}

	private static int[] row(String a, int i, String b, int[] last, int[] beforeLast) {
		int[] row = new int[b.length() + 1];
		row[0] = i;
		for (int j = 1; j <= b.length(); j++) {
			int changed = last[j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
			row[j] = Math.min(changed, 1 + Math.min(row[j - 1], last[j]));
			if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
				row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
			}
		}
		return row;
	}

}
