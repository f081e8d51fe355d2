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

package io.wolfprowler.config.internal.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigVersion;
import org.jspecify.annotations.Nullable;

/**
 * The newest accepted versions, in memory. Thread-safe.
 *
 * @param <C> what is kept of a version to restore it
 */
public final class VersionHistory<C> {

	private final int size;

	private final Deque<Entry<C>> versions = new ArrayDeque<>();

	/**
	 * Create a history.
	 * @param size the maximum number of versions, at least 1
	 */
	public VersionHistory(int size) {
		this.size = size;
	}

	/**
	 * Keep a version. It replaces an entry with the same number. The oldest version is
	 * dropped if there are too many.
	 * @param version the version, the newest or equal to the newest
	 * @param content what is kept of it
	 */
	public synchronized void keep(ConfigVersion version, C content) {
		Entry<C> newest = this.versions.peekFirst();
		if (newest != null && newest.version().version() == version.version()) {
			this.versions.removeFirst();
		}
		this.versions.addFirst(new Entry<>(version, content));
		if (this.versions.size() > this.size) {
			this.versions.removeLast();
		}
	}

	/**
	 * Return the versions.
	 * @return the versions, newest first
	 */
	public synchronized List<ConfigVersion> versions() {
		return this.versions.stream().map(Entry::version).toList();
	}

	/**
	 * Return all versions with what is kept of them.
	 * @return the entries by version, newest first
	 */
	public synchronized Map<ConfigVersion, C> entries() {
		Map<ConfigVersion, C> entries = new LinkedHashMap<>();
		this.versions.forEach((kept) -> entries.put(kept.version(), kept.content()));
		return entries;
	}

	/**
	 * Return what is kept of a version.
	 * @param version the number of the version
	 * @return the content, {@code null} if the version is not in the history
	 */
	public synchronized @Nullable C find(long version) {
		for (Entry<C> kept : this.versions) {
			if (kept.version().version() == version) {
				return kept.content();
			}
		}
		return null;
	}

	private record Entry<C>(ConfigVersion version, C content) {

	}

}
