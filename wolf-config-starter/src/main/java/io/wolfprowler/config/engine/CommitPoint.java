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

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.bind.Differences;
import io.wolfprowler.config.bind.Schema;
import io.wolfprowler.config.history.VersionHistory;
import io.wolfprowler.config.toml.TomlDocument;

import org.jspecify.annotations.Nullable;

/**
 * Holds what is in force, and replaces it in one step. Nothing a user has written runs
 * while its lock is held.
 *
 * @param <T> the type of the configuration
 */
final class CommitPoint<T> {

	private static final CompletableFuture<Void> NOTHING_TO_TELL = CompletableFuture.completedFuture(null);

	private final String name;

	private final Clock clock;

	private final Schema<T> schema;

	private final ChangeSet changeSet;

	private final Dispatcher<T> dispatcher;

	private final VersionHistory<Accepted<T>> history;

	private final ReloadLog log;

	private final Consumer<TomlDocument> keeper;

	private final T startConfig;

	private final ValueIndex.Paths paths = new ValueIndex.Paths();

	private Consumer<ConfigSnapshot<T>> reader = (snapshot) -> {
	};

	private Accepted<T> current;

	private boolean closed;

	CommitPoint(String name, Clock clock, Schema<T> schema, ChangeSet changeSet, Dispatcher<T> dispatcher,
			VersionHistory<Accepted<T>> history, ReloadLog log, Consumer<TomlDocument> keeper, Accepted<T> start) {
		this.name = name;
		this.clock = clock;
		this.schema = schema;
		this.changeSet = changeSet;
		this.dispatcher = dispatcher;
		this.history = history;
		this.log = log;
		this.keeper = keeper;
		this.startConfig = start.config();
		this.current = start;
		history.keep(start.line(), start);
	}

	synchronized Accepted<T> current() {
		return this.current;
	}

	/** Let nothing in any more, whatever is under way. */
	synchronized void close() {
		this.closed = true;
	}

	synchronized void checkOpen() {
		if (this.closed) {
			throw new IllegalStateException("The configuration manager '" + this.name + "' is closed");
		}
	}

	/** Return the versions that are kept, with the one in force at the head. */
	synchronized List<ConfigVersion> versions() {
		return this.history.versions();
	}

	/** Return a version that is kept, {@code null} if it is not. */
	synchronized @Nullable Accepted<T> kept(long version) {
		return this.history.find(version);
	}

	/**
	 * Hand every snapshot to whoever serves the readers, the present one first. A
	 * snapshot is handed over before anyone can learn of it here.
	 */
	synchronized void serve(Consumer<ConfigSnapshot<T>> reader) {
		this.reader = reader;
		reader.accept(this.current.snapshot());
	}

	/**
	 * Put a valid candidate in force.
	 * @param base what was in force when the candidate was made
	 * @return what came of it, {@code null} when something else is in force by now
	 */
	@Nullable Decision commit(Accepted<T> base, Candidate<T> candidate, Cause cause, Stopwatch watch) {
		T config = Objects.requireNonNull(candidate.config());
		Differences differences = this.schema.compare(base.config(), config);
		if (differences.isEmpty()) {
			return rebase(base, candidate, watch);
		}
		ConfigSnapshot<T> snapshot = new ConfigSnapshot<>(base.version() + 1, config, candidate.document().digest(),
				this.clock.instant(), cause, base.snapshot().origin(),
				new ValueIndex<>(this.schema, config, this.paths));
		List<ConfigChange> changes = this.changeSet.changes(differences, base.config(), config);
		Set<String> restart = this.changeSet.restartRequired(differences);
		ConfigTransition<T> transition = new ConfigTransition<>(this.name, base.snapshot(), snapshot, changes, restart);
		CompletableFuture<Void> told = swap(base,
				base.next(snapshot, candidate.document(), candidate.unsaved(), candidate.names()),
				() -> this.dispatcher.accepted(transition));
		if (told == null) {
			return null;
		}
		this.log.accepted(cause, snapshot.version(), differences.values(), pending(restart));
		this.log.warnings(candidate.warnings());
		return new Decision(
				new ReloadResult(Outcome.APPLIED, snapshot.version(), changes, List.of(), restart, watch.elapsed()),
				told);
	}

	/** Tell what committing a valid candidate would do. */
	ReloadResult preview(Accepted<T> base, Candidate<T> candidate, Stopwatch watch) {
		T config = Objects.requireNonNull(candidate.config());
		Differences differences = this.schema.compare(base.config(), config);
		return new ReloadResult(differences.isEmpty() ? Outcome.UNCHANGED : Outcome.APPLIED, base.version(),
				this.changeSet.changes(differences, base.config(), config), List.of(),
				this.changeSet.restartRequired(differences), watch.elapsed());
	}

	/** Put the same configuration on another document, without a version. */
	boolean replace(Accepted<T> base, Accepted<T> next) {
		return swap(base, next, () -> NOTHING_TO_TELL) != null;
	}

	/**
	 * Return the keys that differ from the start and take effect only after a restart.
	 */
	Set<String> pendingRestart() {
		return this.changeSet.restartRequired(this.schema.compare(this.startConfig, current().config()));
	}

	private List<String> pending(Set<String> changed) {
		return changed.isEmpty() ? List.of() : pendingRestart().stream().filter(changed::contains).toList();
	}

	private @Nullable Decision rebase(Accepted<T> base, Candidate<T> candidate, Stopwatch watch) {
		if (!replace(base, base.on(candidate.document(), candidate.unsaved(), candidate.names()))) {
			return null;
		}
		return Decision
			.told(new ReloadResult(Outcome.UNCHANGED, base.version(), List.of(), List.of(), Set.of(), watch.elapsed()));
	}

	// Telling only queues, and keeping does too, so that versions are told in their
	// order.
	private synchronized @Nullable CompletableFuture<Void> swap(Accepted<T> base, Accepted<T> next,
			Supplier<CompletableFuture<Void>> tell) {
		if (this.current != base) {
			return null;
		}
		if (next.version() != base.version()) {
			checkOpen();
		}
		this.current = next;
		this.reader.accept(next.snapshot());
		this.history.keep(next.line(), next);
		CompletableFuture<Void> told = tell.get();
		if (next.document() != base.document()) {
			this.keeper.accept(next.document());
		}
		return told;
	}

}
