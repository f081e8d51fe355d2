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

package io.wolfprowler.config.internal.engine.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes what may be the beginning of a document that is still being written, by
 * comparing it with the active one. Writers begin at the top, so that the end is missing:
 * <ul>
 * <li>The last line is not terminated, and that of the active document is; or the
 * document is the beginning of the active one, with other values.</li>
 * <li>It ends within a value: an array or a string of several lines.</li>
 * <li>The last key of the active document is missing.</li>
 * <li>More than half of the active keys are missing.</li>
 * <li>Any active key is missing, and the others have changed their order, so that its
 * location can't be predicted.</li>
 * </ul>
 * Any other missing key is taken as removed by somebody who has written what follows it.
 * Two cases can't be told from other edits: a key that was moved further down, and a
 * beginning that has all active keys.
 */
final class PartialWriteHeuristics {

	private PartialWriteHeuristics() {
	}

	/** Return what is suspicious about a content that is not TOML. */
	static @Nullable String doubt(List<Problem> problems) {
		return problems.stream().allMatch(PartialWriteHeuristics::isUnexpectedEnd) ? "it ends within a value" : null;
	}

	private static boolean isUnexpectedEnd(Problem problem) {
		return problem.message().startsWith("Unexpected end of input");
	}

	/** Return what is suspicious about the bytes of a content. */
	static @Nullable String doubt(TomlDocument active, SourceContent content) {
		return (active.endsLine() && !endsLine(content.bytes())) ? "its last line has no end" : null;
	}

	/** Return what is suspicious about a document, {@code null} if nothing is. */
	static @Nullable String doubt(TomlDocument active, TomlDocument document) {
		List<KeyPath> missing = active.values().keysMissingIn(document.values());
		if (!missing.isEmpty()) {
			List<KeyPath> before = active.values().keys();
			if (mayFollow(missing, before, active, document)) {
				return document.values().keys().isEmpty() ? "it has no keys"
						: missing.size() + " of " + before.size() + " keys are missing, from " + missing.get(0) + " on";
			}
		}
		return isCut(active, document) ? "it is the beginning of the active document" : null;
	}

	private static boolean mayFollow(List<KeyPath> missing, List<KeyPath> before, TomlDocument active,
			TomlDocument document) {
		if (missing.size() * 2 > before.size()) {
			return true;
		}
		List<KeyPath> ordered = active.locations().inDocumentOrder(before);
		if (missing.contains(ordered.get(ordered.size() - 1))) {
			return true;
		}
		Set<KeyPath> absent = new HashSet<>(missing);
		List<KeyPath> common = ordered.stream().filter((key) -> !absent.contains(key)).toList();
		return !document.locations().inDocumentOrder(common).equals(common);
	}

	private static boolean isCut(TomlDocument active, TomlDocument document) {
		return document.size() < active.size() && document.commonStart(active) == document.size();
	}

	private static boolean endsLine(byte[] bytes) {
		return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
	}

}
