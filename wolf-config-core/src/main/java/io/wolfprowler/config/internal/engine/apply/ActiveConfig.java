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

import java.util.List;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * Holds the active state. Only {@link TwoPhaseCommit} replaces it.
 *
 * @param <T> the type of the configuration
 */
public final class ActiveConfig<T> {

	private final String manager;

	private final VersionStore store;

	private Consumer<ConfigSnapshot<T>> reader = (snapshot) -> {
	};

	private ActiveState<T> current;

	private boolean closed;

	private volatile @Nullable TomlDocument draft;

	/**
	 * Create it with the first state.
	 * @param manager the name of the manager
	 * @param store keeps the accepted versions
	 * @param start the first state
	 */
	public ActiveConfig(String manager, VersionStore store, ActiveState<T> start) {
		this.manager = manager;
		this.store = store;
		this.current = start;
		store.keep(start);
	}

	/**
	 * Return the active state.
	 * @return the state
	 */
	public synchronized ActiveState<T> current() {
		return this.current;
	}

	/**
	 * Check that the manager is open.
	 * @throws IllegalStateException when the manager is closed
	 */
	public synchronized void checkOpen() {
		if (this.closed) {
			throw new IllegalStateException("The configuration manager '" + this.manager + "' is closed");
		}
	}

	/** Accept no more versions. */
	public synchronized void close() {
		this.closed = true;
	}

	/**
	 * Return the stored versions.
	 * @return the versions, the active one first
	 */
	public synchronized List<ConfigVersion> versions() {
		return this.store.versions();
	}

	/**
	 * Return a stored version.
	 * @param version the number of the version
	 * @return the version, {@code null} if it is not stored
	 */
	public synchronized @Nullable StoredVersion stored(long version) {
		return this.store.find(version);
	}

	/**
	 * Pass every snapshot to the code that serves readers, beginning with the active one.
	 * It gets each snapshot before {@link #current()} returns it.
	 * @param reader takes the snapshots
	 */
	public synchronized void serve(Consumer<ConfigSnapshot<T>> reader) {
		this.reader = reader;
		reader.accept(this.current.snapshot());
	}

	/**
	 * Return the documents that hold no edit by others: the one that a state is based on,
	 * and the one that is being written, if any.
	 * @param base the state
	 * @return the values of the documents
	 */
	public List<TomlTree> ownDocuments(ActiveState<T> base) {
		TomlTree values = base.document().values();
		TomlDocument written = this.draft;
		return (written != null) ? List.of(values, written.values()) : List.of(values);
	}

	/** Announce the document that is being written to the source, or that none is. */
	void draft(@Nullable TomlDocument document) {
		this.draft = document;
	}

	/** Replace the active state; the caller holds the commit lock. */
	synchronized void replace(ActiveState<T> base, ActiveState<T> next) {
		if (next.version() != base.version()) {
			checkOpen();
		}
		this.current = next;
		this.reader.accept(next.snapshot());
		this.store.keep(next);
	}

}
