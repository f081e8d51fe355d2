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

package io.wolfprowler.config.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wolfprowler.config.toml.KeyPath;
import io.wolfprowler.config.toml.TomlDocument;

import org.jspecify.annotations.Nullable;

/**
 * Holds back a document that looks like the beginning of one that is being written: the
 * text is cut short, or the keys that are missing are the last ones of the document
 * before or more than half of them. A document that stays the same for long enough was
 * meant so.
 */
final class HoldBack {

	private final Duration patience;

	private @Nullable String digest;

	private long since;

	HoldBack(Duration patience) {
		this.patience = patience;
	}

	/** Take note of what the source holds: a wait for anything else is over. */
	synchronized void saw(String contentDigest) {
		if (!contentDigest.equals(this.digest)) {
			this.digest = null;
		}
	}

	/** Return why a document is held back, or {@code null} if it is not. */
	synchronized @Nullable String reason(TomlDocument previous, TomlDocument document, long now) {
		String doubt = doubt(previous, document);
		if (doubt == null) {
			this.digest = null;
			return null;
		}
		if (!document.digest().equals(this.digest)) {
			this.digest = document.digest();
			this.since = now;
		}
		return (now - this.since < this.patience.toNanos()) ? doubt : null;
	}

	private static @Nullable String doubt(TomlDocument previous, TomlDocument document) {
		List<KeyPath> before = previous.values().keys();
		Set<KeyPath> now = new HashSet<>(document.values().keys());
		List<KeyPath> missing = before.stream().filter((key) -> !now.contains(key)).toList();
		if (!missing.isEmpty() && (isTail(missing, before) || missing.size() * 2 > before.size())) {
			return missing.size() + " of " + before.size() + " keys are missing, from " + missing.get(0) + " on";
		}
		boolean cut = document.text().length() < previous.text().length() && previous.text().startsWith(document.text())
				&& !now.isEmpty() && !document.values().equals(previous.values());
		return cut ? "the text is the beginning of the one before" : null;
	}

	private static boolean isTail(List<KeyPath> missing, List<KeyPath> before) {
		return before.subList(before.size() - missing.size(), before.size()).equals(missing);
	}

}
