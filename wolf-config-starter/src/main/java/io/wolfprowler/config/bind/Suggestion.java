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

package io.wolfprowler.config.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the name that was probably meant.
 *
 * @param names the names there are
 */
record Suggestion(Collection<String> names) {

	private static final int FEW = 8;

	static Suggestion in(Collection<String> names) {
		return new Suggestion(names);
	}

	/** Return the end of a sentence that names the unknown name. */
	String remedyFor(String unknown) {
		Optional<String> meant = this.names.stream()
			.filter((name) -> distance(unknown, name) <= Math.max(2, name.length() / 3))
			.min(Comparator.comparingInt((name) -> distance(unknown, name)));
		if (meant.isPresent()) {
			return "; did you mean `" + meant.get() + "`?";
		}
		return (this.names.size() <= FEW) ? "; known here: " + String.join(", ", this.names) : "; remove it";
	}

	// Edits of one character and swaps of two neighbours, in two rows and one to look
	// back.
	private static int distance(String a, String b) {
		int[] beforeLast = new int[b.length() + 1];
		int[] last = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int[] row = new int[b.length() + 1];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int changed = last[j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(changed, 1 + Math.min(row[j - 1], last[j]));
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
				}
			}
			beforeLast = last;
			last = row;
		}
		return last[b.length()];
	}

}
