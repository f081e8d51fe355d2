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

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.internal.history.Backups;
import io.wolfprowler.config.internal.history.VersionHistory;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import org.jspecify.annotations.Nullable;

/**
 * The accepted versions that can be restored: those of this run in memory and, if there
 * is a directory for them, all of them on disk. The disk follows the memory on a thread
 * that nobody waits for: however many versions arrive in the meantime, it is brought to
 * the newest state.
 */
public final class VersionStore {

	private final VersionHistory<StoredVersion> history;

	private final @Nullable Backups backups;

	private final @Nullable LastGoodCopy copy;

	private final boolean required;

	private final ManagerThread thread;

	private final AtomicBoolean pending = new AtomicBoolean();

	// Guards the files. Only a commit that must write before its version becomes active
	// waits for it.
	private final Object disk = new Object();

	private @Nullable ActiveState<?> prepared;

	private volatile @Nullable TomlDocument newest;

	/**
	 * Create a store with the versions of earlier runs.
	 * @param size how many versions are stored
	 * @param backups stores them on disk, {@code null} for memory only
	 * @param copy a copy of the newest document, {@code null} for none
	 * @param required whether a version that can't be stored on disk is vetoed
	 * @param parser parses the stored documents
	 * @param thread writes to the disk
	 */
	public VersionStore(int size, @Nullable Backups backups, @Nullable LastGoodCopy copy, boolean required,
			TomlParser parser, ManagerThread thread) {
		this.history = new VersionHistory<>(size);
		this.backups = backups;
		this.copy = copy;
		this.required = required;
		this.thread = thread;
		if (backups != null) {
			List<ConfigVersion> versions = backups.versions();
			for (int i = versions.size() - 1; i >= 0; i--) {
				this.history.keep(versions.get(i), new StoredVersion.OnDisk(backups, versions.get(i), parser));
			}
		}
	}

	/**
	 * Store a version on disk before it becomes active, if that is required.
	 * @param next the state that is about to become active
	 * @return why it can't be stored, {@code null} if it can
	 */
	public @Nullable Problem prepare(ActiveState<?> next) {
		if (this.backups == null || !this.required) {
			return null;
		}
		try {
			synchronized (this.disk) {
				this.prepared = next;
				this.backups.write(next.entry(), () -> bytes(next.stored()));
			}
			return null;
		}
		catch (IOException ex) {
			release();
			return new Problem(Problem.Stage.PREPARE, null, 0, 0,
					"can't be kept in the history, which is required: " + IoFailure.messageOf(ex));
		}
	}

	/** Forget a version that was prepared and does not become active. */
	void release() {
		boolean forget;
		synchronized (this.disk) {
			forget = this.prepared != null;
			this.prepared = null;
		}
		if (forget) {
			signal();
		}
	}

	/** Keep the active version. */
	void keep(ActiveState<?> active) {
		this.history.keep(active.entry(), active.stored());
		this.newest = active.document();
		signal();
	}

	/** Return the stored versions, the newest first. */
	List<ConfigVersion> versions() {
		return this.history.versions();
	}

	/** Return a stored version, {@code null} if it is not stored. */
	@Nullable StoredVersion find(long version) {
		return this.history.find(version);
	}

	private void signal() {
		boolean onDisk = this.backups != null || this.copy != null;
		if (onDisk && this.pending.compareAndSet(false, true) && !this.thread.offer(this::sync)) {
			this.pending.set(false);
		}
	}

	private void sync() {
		this.pending.set(false);
		if (this.backups != null) {
			synchronized (this.disk) {
				this.backups.sync(wanted());
			}
		}
		TomlDocument document = this.newest;
		if (this.copy != null && document != null) {
			this.copy.write(document.bytes());
		}
	}

	private Map<ConfigVersion, Backups.Document> wanted() {
		Map<ConfigVersion, Backups.Document> wanted = new LinkedHashMap<>();
		ActiveState<?> next = this.prepared;
		if (next != null) {
			wanted.put(next.entry(), () -> bytes(next.stored()));
		}
		this.history.entries().forEach((version, stored) -> wanted.put(version, () -> bytes(stored)));
		if (next != null && this.history.find(next.version()) != null) {
			this.prepared = null;
		}
		return wanted;
	}

	private static byte[] bytes(StoredVersion stored) throws IOException {
		try {
			return stored.content().edited().bytes();
		}
		catch (TomlException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

}
