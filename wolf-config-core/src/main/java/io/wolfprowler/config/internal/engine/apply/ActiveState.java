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
 * Everything that is active, replaced as one. Two states are never equal: a commit checks
 * that the state it was made from is still the active one.
 *
 * @param <T> the type of the configuration
 */
public final class ActiveState<T> {

	private final ConfigSnapshot<T> snapshot;

	private final ConfigVersion entry;

	private final TomlDocument document;

	private final PendingEdits pendingEdits;

	private final PlaceholderValues names;

	private final long edition;

	/**
	 * Create the first state.
	 * @param snapshot the configuration
	 * @param entry its entry in the history, which may be from an earlier run
	 * @param document the document that it is based on
	 * @param names the values of the names in its placeholders
	 */
	public ActiveState(ConfigSnapshot<T> snapshot, ConfigVersion entry, TomlDocument document,
			PlaceholderValues names) {
		this(snapshot, entry, document, PendingEdits.NONE, names, 1);
	}

	private ActiveState(ConfigSnapshot<T> snapshot, ConfigVersion entry, TomlDocument document,
			PendingEdits pendingEdits, PlaceholderValues names, long edition) {
		this.snapshot = snapshot;
		this.entry = entry;
		this.document = document;
		this.pendingEdits = pendingEdits;
		this.names = names;
		this.edition = edition;
	}

	/**
	 * Return the configuration with its version.
	 * @return the snapshot
	 */
	public ConfigSnapshot<T> snapshot() {
		return this.snapshot;
	}

	/**
	 * Return the configuration.
	 * @return the configuration
	 */
	public T config() {
		return this.snapshot.config();
	}

	/**
	 * Return the version.
	 * @return the number of the version
	 */
	public long version() {
		return this.snapshot.version();
	}

	/**
	 * Return the entry of the version in the history.
	 * @return the entry
	 */
	public ConfigVersion entry() {
		return this.entry;
	}

	/**
	 * Return the document that the configuration is based on.
	 * @return the document
	 */
	public TomlDocument document() {
		return this.document;
	}

	/**
	 * Return the edits that are not in the document yet.
	 * @return the edits
	 */
	public PendingEdits pendingEdits() {
		return this.pendingEdits;
	}

	/**
	 * Return the values of the names in the placeholders. Updates do not resolve them
	 * again, so that they change nothing but what they set.
	 * @return the values of the names
	 */
	public PlaceholderValues names() {
		return this.names;
	}

	/**
	 * Return all active values as TOML, with their placeholders.
	 * @return the values
	 */
	public TomlTree values() {
		return this.pendingEdits.applyTo(this.document.values());
	}

	/**
	 * Return how many documents have been active so far. A document that becomes active
	 * again, by a rollback, counts again: code that has read the source before that has
	 * not seen it.
	 * @return the number of documents
	 */
	public long edition() {
		return this.edition;
	}

	/**
	 * Check that a version is active.
	 * @param expectedVersion the version
	 * @throws StaleConfigException when another version is active
	 */
	public void expect(long expectedVersion) {
		if (version() != expectedVersion) {
			throw new StaleConfigException(expectedVersion, version());
		}
	}

	/**
	 * Return the state that a valid candidate would lead to, for the next update of a
	 * batch.
	 * @param candidate the candidate
	 * @return the state, with the same version
	 */
	public ActiveState<T> assuming(Candidate<T> candidate) {
		ConfigSnapshot<T> assumed = new ConfigSnapshot<>(version(), Objects.requireNonNull(candidate.config()),
				this.snapshot.digest(), this.snapshot.loadedAt(), this.snapshot.cause(), this.snapshot.origin(),
				this.snapshot.values());
		return new ActiveState<>(assumed, this.entry, candidate.document(), candidate.pendingEdits(), candidate.names(),
				this.edition);
	}

	/** Return what is stored of this version. */
	StoredVersion.Content stored() {
		return new StoredVersion.Content(this.document, this.pendingEdits);
	}

	/** Return the same version on the document of a candidate. */
	ActiveState<T> on(Candidate<T> candidate) {
		return next(this.snapshot, this.entry.acceptedAt(), this.entry.cause(), candidate);
	}

	/** Return the same version on another document. */
	ActiveState<T> on(TomlDocument other, PendingEdits remaining) {
		return on(Candidate.valid(other, remaining, this.names, config()));
	}

	/** Return the state that follows this one. */
	ActiveState<T> next(ConfigSnapshot<T> other, Candidate<T> candidate) {
		return next(other, other.loadedAt(), other.cause(), candidate);
	}

	private ActiveState<T> next(ConfigSnapshot<T> other, Instant acceptedAt, Cause cause, Candidate<T> candidate) {
		TomlDocument next = candidate.document();
		return new ActiveState<>(other,
				new ConfigVersion(other.version(), acceptedAt, cause, next.digest(), other.origin()), next,
				candidate.pendingEdits(), candidate.names(), (next != this.document) ? this.edition + 1 : this.edition);
	}

}
