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
package io.wolfprowler.config.internal.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.history.Backups;
import io.wolfprowler.config.internal.history.VersionHistory;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import org.jspecify.annotations.Nullable;

/**
 * The accepted versions that can be returned to: in memory those of this run, and on disk
 * all of them, if there is a place for that. The disk follows the memory, on a thread
 * that nobody waits for: however many versions come meanwhile, it is brought to the
 * newest state.
 */
final class Archive {

	private final VersionHistory<Kept> history;

	private final @Nullable Backups backups;

	private final @Nullable LastGoodCopy copy;

	private final boolean required;

	private final ManagerThread thread;

	private final AtomicBoolean pending = new AtomicBoolean();

	// Guards what is on the disk. Nobody waits for it but who has to write before a
	// version comes in force.
	private final Object disk = new Object();

	private @Nullable Accepted<?> promised;

	private volatile @Nullable TomlDocument newest;

	/**
	 * Create an archive with what earlier runs have left.
	 * @param size how many versions are kept
	 * @param backups where they survive a restart, {@code null} for nowhere
	 * @param copy what is kept of the newest version besides, {@code null} for nothing
	 * @param required whether a version is refused that can't be kept there
	 * @param parser reads what is there
	 * @param thread follows the memory
	 */
	Archive(int size, @Nullable Backups backups, @Nullable LastGoodCopy copy, boolean required, TomlParser parser,
			ManagerThread thread) {
		this.history = new VersionHistory<>(size);
		this.backups = backups;
		this.copy = copy;
		this.required = required;
		this.thread = thread;
		if (backups != null) {
			List<ConfigVersion> versions = backups.versions();
			for (int i = versions.size() - 1; i >= 0; i--) {
				this.history.keep(versions.get(i), new Kept.Stored(backups, versions.get(i), parser));
			}
		}
	}

	/** Return the versions that are kept, the newest first. */
	List<ConfigVersion> versions() {
		return this.history.versions();
	}

	/** Return a version that is kept, {@code null} if it is not. */
	@Nullable Kept find(long version) {
		return this.history.find(version);
	}

	/**
	 * See to it that a version that is about to come in force can be returned to after a
	 * restart, if that is required.
	 * @return why that can't be, {@code null} if it can
	 */
	@Nullable Problem prepare(Accepted<?> next) {
		if (this.backups == null || !this.required) {
			return null;
		}
		try {
			synchronized (this.disk) {
				this.promised = next;
				this.backups.write(next.line(), () -> text(next.kept()));
			}
			return null;
		}
		catch (IOException ex) {
			release();
			return new Problem(Problem.Stage.PREPARE, null, 0, 0,
					"can't be kept in the history, which is required: " + Reading.messageOf(ex));
		}
	}

	/** Forget about a version that was prepared and does not come in force. */
	void release() {
		boolean promise;
		synchronized (this.disk) {
			promise = this.promised != null;
			this.promised = null;
		}
		if (promise) {
			signal();
		}
	}

	/** Keep what is in force. */
	void keep(Accepted<?> accepted) {
		this.history.keep(accepted.line(), accepted.kept());
		this.newest = accepted.document();
		signal();
	}

	private void signal() {
		boolean kept = this.backups != null || this.copy != null;
		if (kept && this.pending.compareAndSet(false, true) && !this.thread.offer(this::follow)) {
			this.pending.set(false);
		}
	}

	private void follow() {
		this.pending.set(false);
		if (this.backups != null) {
			synchronized (this.disk) {
				this.backups.sync(wanted());
			}
		}
		TomlDocument accepted = this.newest;
		if (this.copy != null && accepted != null) {
			this.copy.follow(accepted.bytes());
		}
	}

	private Map<ConfigVersion, Backups.Document> wanted() {
		Map<ConfigVersion, Backups.Document> wanted = new LinkedHashMap<>();
		Accepted<?> next = this.promised;
		if (next != null) {
			wanted.put(next.line(), () -> text(next.kept()));
		}
		this.history.entries().forEach((version, kept) -> wanted.put(version, () -> text(kept)));
		if (next != null && this.history.find(next.version()) != null) {
			this.promised = null;
		}
		return wanted;
	}

	private static byte[] text(Kept kept) throws IOException {
		try {
			return kept.content().text().bytes();
		}
		catch (TomlException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

}
