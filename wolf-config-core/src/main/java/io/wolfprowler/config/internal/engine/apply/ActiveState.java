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

package io.wolfprowler.config.internal.engine.apply;

import java.time.Instant;
import java.util.Objects;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.StaleConfigException;
import io.wolfprowler.config.internal.bind.PlaceholderValues;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * Everything that is in force, replaced as one. Two of them are never equal: a commit
 * asks whether this one still is in force.
 *
 * @param <T> the type of the configuration
 */
public final class ActiveState<T> {

	private final ConfigSnapshot<T> snapshot;

	private final ConfigVersion line;

	private final TomlDocument document;

	private final PendingEdits unsaved;

	private final PlaceholderValues names;

	private final long edition;

	/**
	 * Create what is in force first.
	 * @param snapshot the configuration
	 * @param line its line in the history, which may be from an earlier run
	 * @param document the document at the source that it is based on
	 * @param unsaved the updates that are not in that document
	 * @param names what the names in its placeholders stand for
	 */
	public ActiveState(ConfigSnapshot<T> snapshot, ConfigVersion line, TomlDocument document, PendingEdits unsaved,
			PlaceholderValues names) {
		this(snapshot, line, document, unsaved, names, 1);
	}

	private ActiveState(ConfigSnapshot<T> snapshot, ConfigVersion line, TomlDocument document, PendingEdits unsaved,
			PlaceholderValues names, long edition) {
		this.snapshot = snapshot;
		this.line = line;
		this.document = document;
		this.unsaved = unsaved;
		this.names = names;
		this.edition = edition;
	}

	public ConfigSnapshot<T> snapshot() {
		return this.snapshot;
	}

	public TomlDocument document() {
		return this.document;
	}

	public PendingEdits unsaved() {
		return this.unsaved;
	}

	/**
	 * Return what the names in the placeholders stand for: updates don't look them up
	 * anew, so that they change what they set and nothing else.
	 */
	public PlaceholderValues names() {
		return this.names;
	}

	/** Return all values in force as TOML, with their placeholders. */
	public TomlTree values() {
		return this.unsaved.over(this.document.values());
	}

	public T config() {
		return this.snapshot.config();
	}

	/**
	 * Check that a version is in force.
	 * @throws StaleConfigException when it is another one
	 */
	public void expect(long expectedVersion) {
		if (version() != expectedVersion) {
			throw new StaleConfigException(expectedVersion, version());
		}
	}

	public long version() {
		return this.snapshot.version();
	}

	public ConfigVersion line() {
		return this.line;
	}

	/** Return what is kept of this version to return to it. */
	public StoredVersion.Content kept() {
		return new StoredVersion.Content(this.document, this.unsaved);
	}

	/**
	 * Return how many documents were in force so far. One that comes back, by a rollback,
	 * counts again: whoever has read the source before has not seen it.
	 */
	public long edition() {
		return this.edition;
	}

	/** Return the same version on another document. */
	public ActiveState<T> on(TomlDocument other, PendingEdits remaining, PlaceholderValues otherNames) {
		return next(this.snapshot, line(this.line.acceptedAt(), this.line.cause(), this.snapshot, other), other,
				remaining, otherNames);
	}

	/** Return what comes in force after this. */
	public ActiveState<T> next(ConfigSnapshot<T> other, TomlDocument otherDocument, PendingEdits remaining,
			PlaceholderValues otherNames) {
		return next(other, line(other.loadedAt(), other.cause(), other, otherDocument), otherDocument, remaining,
				otherNames);
	}

	/**
	 * Return what would be in force with a valid candidate, for the next one to build on.
	 */
	public ActiveState<T> assuming(Candidate<T> candidate) {
		ConfigSnapshot<T> assumed = new ConfigSnapshot<>(version(), Objects.requireNonNull(candidate.config()),
				this.snapshot.digest(), this.snapshot.loadedAt(), this.snapshot.cause(), this.snapshot.origin(),
				this.snapshot.values());
		return new ActiveState<>(assumed, this.line, candidate.document(), candidate.unsaved(), candidate.names(),
				this.edition);
	}

	private ActiveState<T> next(ConfigSnapshot<T> other, ConfigVersion otherLine, TomlDocument otherDocument,
			PendingEdits remaining, PlaceholderValues otherNames) {
		return new ActiveState<>(other, otherLine, otherDocument, remaining, otherNames,
				(otherDocument != this.document) ? this.edition + 1 : this.edition);
	}

	private static ConfigVersion line(Instant acceptedAt, Cause cause, ConfigSnapshot<?> snapshot,
			TomlDocument document) {
		return new ConfigVersion(snapshot.version(), acceptedAt, cause, document.digest(), snapshot.origin());
	}

}
