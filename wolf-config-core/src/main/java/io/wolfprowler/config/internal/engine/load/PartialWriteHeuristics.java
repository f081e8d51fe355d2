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
 * Tells what may be the beginning of a text that is being written, compared with the one
 * in force. Writers begin at the top: what they have not written yet is the end.
 * <ul>
 * <li>The last line has no end, and that of the text in force has one; or the text is the
 * beginning of the one in force, with other values.</li>
 * <li>It ends within a value: an array or a string of several lines.</li>
 * <li>The key that is last in the text in force is missing.</li>
 * <li>More than half of the keys in force are missing.</li>
 * <li>Any key in force is missing, and the others have changed their order, so that
 * nobody can say where it would stand.</li>
 * </ul>
 * Whatever else is missing is taken for removed by somebody who has written what follows
 * it. It may have been moved further down, and a beginning that has all keys in force may
 * go on, too: both can't be told from any other edit.
 */
final class PartialWriteHeuristics {

	private PartialWriteHeuristics() {
	}

	/** Return what is suspicious about a content that is no TOML. */
	static @Nullable String doubt(List<Problem> problems) {
		return problems.stream().allMatch(PartialWriteHeuristics::isUnexpectedEnd) ? "it ends within a value" : null;
	}

	private static boolean isUnexpectedEnd(Problem problem) {
		return problem.message().startsWith("Unexpected end of input");
	}

	/** Return what is suspicious about a content of which only the bytes are known. */
	static @Nullable String doubt(TomlDocument inForce, SourceContent content) {
		return (inForce.endsLine() && !endsLine(content.bytes())) ? "its last line has no end" : null;
	}

	/** Return what is suspicious about a text, {@code null} if nothing is. */
	static @Nullable String doubt(TomlDocument inForce, TomlDocument document) {
		List<KeyPath> missing = inForce.values().keysMissingIn(document.values());
		if (!missing.isEmpty()) {
			List<KeyPath> before = inForce.values().keys();
			if (mayFollow(missing, before, inForce, document)) {
				return document.values().keys().isEmpty() ? "it has no keys"
						: missing.size() + " of " + before.size() + " keys are missing, from " + missing.get(0) + " on";
			}
		}
		return isCut(inForce, document) ? "it is the beginning of the text in force" : null;
	}

	private static boolean mayFollow(List<KeyPath> missing, List<KeyPath> before, TomlDocument inForce,
			TomlDocument document) {
		if (missing.size() * 2 > before.size()) {
			return true;
		}
		List<KeyPath> ordered = inForce.locations().inDocumentOrder(before);
		if (missing.contains(ordered.get(ordered.size() - 1))) {
			return true;
		}
		Set<KeyPath> absent = new HashSet<>(missing);
		List<KeyPath> common = ordered.stream().filter((key) -> !absent.contains(key)).toList();
		return !document.locations().inDocumentOrder(common).equals(common);
	}

	private static boolean isCut(TomlDocument inForce, TomlDocument document) {
		return document.size() < inForce.size() && document.commonStart(inForce) == document.size();
	}

	private static boolean endsLine(byte[] bytes) {
		return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
	}

}
