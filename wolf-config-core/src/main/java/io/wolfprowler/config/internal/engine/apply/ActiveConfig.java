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

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.bind.Differences;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.notify.ChangeNotifier;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is in force, and replaces it in one step between the two phases in which the
 * participants prepare and commit. One change has its turn at a time; no lock is held
 * that a reader or a listener waits for while a participant runs.
 *
 * @param <T> the type of the configuration
 */
public final class ActiveConfig<T> {

	private final String name;

	private final CommitLock turn = new CommitLock();

	private final Participants<T> participants;

	private final ProbeMonitor<T> probation;

	private final Schema<T> schema;

	private final ChangeSet changeSet;

	private final ChangeNotifier<T> dispatcher;

	private final VersionStore archive;

	private final ReloadLog log;

	private final T startConfig;

	private final ValueIndex.Paths paths = new ValueIndex.Paths();

	private Consumer<ConfigSnapshot<T>> reader = (snapshot) -> {
	};

	private ActiveState<T> current;

	private boolean closed;

	public ActiveConfig(String name, Participants<T> participants, ProbeMonitor<T> probation, Schema<T> schema,
			ChangeSet changeSet, ChangeNotifier<T> dispatcher, VersionStore archive, ReloadLog log,
			ActiveState<T> start) {
		this.name = name;
		this.participants = participants;
		this.probation = probation;
		this.schema = schema;
		this.changeSet = changeSet;
		this.dispatcher = dispatcher;
		this.archive = archive;
		this.log = log;
		this.startConfig = start.config();
		this.current = start;
		archive.keep(start);
	}

	public synchronized ActiveState<T> current() {
		return this.current;
	}

	public Participants<T> participants() {
		return this.participants;
	}

	/**
	 * Add a participant, after the change that is under way: what it finds in force is
	 * what the next change begins with. From within that change, without waiting.
	 */
	public Subscription add(ConfigParticipant<? super T> participant) {
		return this.participants.isTakingPart() ? this.participants.add(participant)
				: this.turn.take(() -> this.participants.add(participant));
	}

	public ProbeMonitor<T> probation() {
		return this.probation;
	}

	/** Let nothing in any more, and have rolled back what is under way. */
	public void close(Duration patience) {
		synchronized (this) {
			this.closed = true;
		}
		this.probation.close();
		this.participants.close();
		if (!this.participants.isTakingPart()) {
			this.turn.await(patience);
		}
	}

	public synchronized void checkOpen() {
		if (this.closed) {
			throw new IllegalStateException("The configuration manager '" + this.name + "' is closed");
		}
	}

	/** Return the versions that are kept, with the one in force at the head. */
	public synchronized List<ConfigVersion> versions() {
		return this.archive.versions();
	}

	/** Return a version that is kept, {@code null} if it is not. */
	public synchronized @Nullable StoredVersion kept(long version) {
		return this.archive.find(version);
	}

	/**
	 * Hand every snapshot to whoever serves the readers, the present one first. A
	 * snapshot is handed over before anyone can learn of it here.
	 */
	public synchronized void serve(Consumer<ConfigSnapshot<T>> reader) {
		this.reader = reader;
		reader.accept(this.current.snapshot());
	}

	/**
	 * Put a valid candidate in force.
	 * @param base what was in force when the candidate was made
	 * @return what came of it, a veto included, which nobody has been told of;
	 * {@code null} when something else is in force by now
	 */
	public @Nullable AttemptOutcome commit(ActiveState<T> base, Candidate<T> candidate, AttemptContext occasion) {
		T config = Objects.requireNonNull(candidate.config());
		Differences differences = this.schema.compare(base.config(), config);
		if (differences.isEmpty()) {
			return rebase(base, candidate, occasion);
		}
		ConfigSnapshot<T> snapshot = new ConfigSnapshot<>(base.version() + 1, config, candidate.document().digest(),
				occasion.now(), occasion.cause(), base.snapshot().origin(),
				new ValueIndex<>(this.schema, config, this.paths));
		ConfigTransition<T> transition = new ConfigTransition<>(this.name, base.snapshot(), snapshot,
				this.changeSet.changes(differences, base.config(), config),
				this.changeSet.restartRequired(differences));
		return this.turn.take(() -> (current() == base) ? apply(base, candidate, transition, occasion) : null);
	}

	private AttemptOutcome apply(ActiveState<T> base, Candidate<T> candidate, ConfigTransition<T> transition,
			AttemptContext occasion) {
		checkOpen();
		ActiveState<T> next = base.next(transition.current(), candidate.document(), candidate.unsaved(),
				candidate.names());
		PreparedChange<T> preparation = this.participants.prepare(transition, (text) -> masked(text, transition));
		occasion.over(Problem.Stage.PREPARE);
		try {
			Problem veto = preparation.veto();
			if (veto == null) {
				checkOpen();
				veto = this.archive.prepare(next);
			}
			if (veto != null) {
				preparation.rollback();
				checkOpen();
				return AttemptOutcome
					.told(occasion.attempt(candidate.document().digest(), new ReloadResult(Outcome.VETOED,
							base.version(), List.of(), List.of(candidate.placed(veto)), Set.of(), occasion.elapsed())));
			}
			swap(base, next);
		}
		catch (RuntimeException | Error ex) {
			preparation.rollback();
			this.archive.release();
			throw ex;
		}
		List<Problem> failures = preparation.commit();
		occasion.over(Problem.Stage.COMMIT);
		this.probation.begin(transition.current());
		this.log.accepted(occasion.cause(), transition.current().version(), transition.changes(),
				pending(transition.restartRequired()));
		this.log.degraded(transition.current().version(), failures);
		this.log.warnings(candidate.warnings());
		ConfigAttempt attempt = occasion.attempt(candidate.document().digest(),
				new ReloadResult(failures.isEmpty() ? Outcome.APPLIED : Outcome.DEGRADED,
						transition.current().version(), transition.changes(), failures, transition.restartRequired(),
						occasion.elapsed()));
		return new AttemptOutcome(attempt, this.dispatcher.accepted(transition, attempt));
	}

	/** Tell what committing a valid candidate would do. */
	public ReloadResult preview(ActiveState<T> base, Candidate<T> candidate, AttemptContext occasion) {
		T config = Objects.requireNonNull(candidate.config());
		Differences differences = this.schema.compare(base.config(), config);
		return new ReloadResult(differences.isEmpty() ? Outcome.UNCHANGED : Outcome.APPLIED, base.version(),
				this.changeSet.changes(differences, base.config(), config), List.of(),
				this.changeSet.restartRequired(differences), occasion.elapsed());
	}

	/** Return the changes of the single values from one configuration to another. */
	public List<ConfigChange> changes(T before, T after) {
		return this.changeSet.changes(this.schema.compare(before, after));
	}

	/** Put the same configuration on another document, without a version. */
	public boolean replace(ActiveState<T> base, ActiveState<T> next) {
		return this.turn.take(() -> {
			boolean present = current() == base;
			if (present) {
				swap(base, next);
			}
			return present;
		});
	}

	/**
	 * Return the keys that differ from the start and take effect only after a restart.
	 */
	public Set<String> pendingRestart() {
		return this.changeSet.restartRequired(this.schema.compare(this.startConfig, current().config()));
	}

	private List<String> pending(Set<String> changed) {
		return changed.isEmpty() ? List.of() : pendingRestart().stream().filter(changed::contains).toList();
	}

	private @Nullable AttemptOutcome rebase(ActiveState<T> base, Candidate<T> candidate, AttemptContext occasion) {
		if (!replace(base, base.on(candidate.document(), candidate.unsaved(), candidate.names()))) {
			return null;
		}
		return AttemptOutcome.told(occasion.attempt(candidate.document().digest(), new ReloadResult(Outcome.UNCHANGED,
				base.version(), List.of(), List.of(), Set.of(), occasion.elapsed())));
	}

	private String masked(String text, ConfigTransition<T> transition) {
		return this.schema.masked(text, List.of(transition.previous().config(), transition.current().config()));
	}

	private synchronized void swap(ActiveState<T> base, ActiveState<T> next) {
		if (next.version() != base.version()) {
			checkOpen();
		}
		this.current = next;
		this.reader.accept(next.snapshot());
		this.archive.keep(next);
	}

}
