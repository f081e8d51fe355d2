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
import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.bind.Differences;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.notify.AttemptRecorder;
import io.wolfprowler.config.internal.toml.TomlDocument;
import org.jspecify.annotations.Nullable;

/**
 * Makes a candidate active between the two phases in which the participants prepare and
 * commit. One commit runs at a time. While participants run, no lock is held that a
 * reader or a listener waits for.
 *
 * @param <T> the type of the configuration
 */
public final class TwoPhaseCommit<T> {

	private static final AttemptOutcome SUPERSEDED = new AttemptOutcome.Superseded();

	private final ActiveConfig<T> active;

	private final VersionStore store;

	private final Participants<T> participants;

	private final Transitions<T> transitions;

	private final ProbeMonitor<T> probes;

	private final AttemptRecorder<T> recorder;

	private final CommitLock lock = new CommitLock();

	/**
	 * Create a commit.
	 * @param active holds the active state
	 * @param store keeps the accepted versions
	 * @param participants prepare and commit
	 * @param transitions describes the transition to a candidate
	 * @param probes watch a version that has become active
	 * @param recorder reports it
	 */
	public TwoPhaseCommit(ActiveConfig<T> active, VersionStore store, Participants<T> participants,
			Transitions<T> transitions, ProbeMonitor<T> probes, AttemptRecorder<T> recorder) {
		this.active = active;
		this.store = store;
		this.participants = participants;
		this.transitions = transitions;
		this.probes = probes;
		this.recorder = recorder;
	}

	/**
	 * Add a participant, after the commit that is running: its first transition begins at
	 * the version that is active then. A participant that adds another does not wait.
	 * @param participant the participant
	 * @return removes the participant
	 */
	public Subscription add(ConfigParticipant<? super T> participant) {
		return this.participants.isTakingPart() ? this.participants.add(participant)
				: this.lock.call(() -> this.participants.add(participant));
	}

	/**
	 * Accept no more versions, and roll back the commit that is running.
	 * @param patience how long to wait for it
	 */
	public void close(Duration patience) {
		this.active.close();
		this.probes.close();
		this.participants.close();
		if (!this.participants.isTakingPart()) {
			this.lock.await(patience);
		}
	}

	/**
	 * Make a valid candidate active.
	 * @param base the state that the candidate was made from
	 * @param candidate the candidate
	 * @param context the context of the attempt
	 * @return committed, unchanged, vetoed, or superseded when {@code base} is no longer
	 * active; not recorded yet
	 */
	public AttemptOutcome commit(ActiveState<T> base, Candidate<T> candidate, AttemptContext context) {
		Differences differences = this.transitions.differences(base, candidate);
		if (differences.isEmpty()) {
			return rebase(base, candidate, context);
		}
		Change<T> change = new Change<>(base, candidate,
				this.transitions.transition(base, candidate, differences, context), context);
		return this.lock.call(() -> (this.active.current() == base) ? commit(change) : SUPERSEDED);
	}

	/**
	 * Put the active configuration on a document that was written to the source, without
	 * a new version.
	 * @param written the document
	 * @param edition the edition of the state that the document was made from; does
	 * nothing when another document has become active since
	 */
	void rebase(TomlDocument written, long edition) {
		this.lock.call(() -> {
			ActiveState<T> base = this.active.current();
			if (base.edition() == edition) {
				this.active.replace(base, base.on(written, PendingEdits.between(written.values(), base.values())));
			}
			return true;
		});
	}

	private boolean replace(ActiveState<T> base, ActiveState<T> next) {
		return this.lock.call(() -> {
			boolean present = this.active.current() == base;
			if (present) {
				this.active.replace(base, next);
			}
			return present;
		});
	}

	private AttemptOutcome rebase(ActiveState<T> base, Candidate<T> candidate, AttemptContext context) {
		if (!replace(base, base.on(candidate))) {
			return SUPERSEDED;
		}
		return new AttemptOutcome.Unchanged(context.attempt(candidate.document().digest(),
				context.unchanged(base.version(), Outcome.UNCHANGED, List.of())));
	}

	private AttemptOutcome commit(Change<T> change) {
		this.active.checkOpen();
		PreparedChange<T> prepared = this.participants.prepare(change.transition(),
				(text) -> this.transitions.masked(text, change.transition()));
		change.context().completed(Problem.Stage.PREPARE);
		Problem veto = vetoOrActivate(change, prepared);
		if (veto != null) {
			return new AttemptOutcome.Vetoed(change.vetoed(veto));
		}
		List<Problem> failures = prepared.commit();
		change.context().completed(Problem.Stage.COMMIT);
		this.probes.begin(change.transition().current());
		ConfigAttempt attempt = change.committed(failures);
		CompletableFuture<Void> notified = this.recorder.committed(change.transition(), attempt,
				this.transitions.pendingRestart(change.transition()), change.candidate().warnings());
		return new AttemptOutcome.Committed(attempt, notified);
	}

	// After this, either the next state is active, or everything is rolled back.
	private @Nullable Problem vetoOrActivate(Change<T> change, PreparedChange<T> prepared) {
		ActiveState<T> next = change.base().next(change.transition().current(), change.candidate());
		try {
			Problem veto = veto(prepared, next);
			if (veto == null) {
				this.active.replace(change.base(), next);
				return null;
			}
			prepared.rollback();
			this.active.checkOpen();
			return veto;
		}
		catch (RuntimeException | Error ex) {
			prepared.rollback();
			this.store.release();
			throw ex;
		}
	}

	private @Nullable Problem veto(PreparedChange<T> prepared, ActiveState<T> next) {
		Problem veto = prepared.veto();
		if (veto != null) {
			return veto;
		}
		this.active.checkOpen();
		return this.store.prepare(next);
	}

	private record Change<T>(ActiveState<T> base, Candidate<T> candidate, ConfigTransition<T> transition,
			AttemptContext context) {

		ConfigAttempt vetoed(Problem veto) {
			return attempt(
					this.context.unchanged(this.base.version(), Outcome.VETOED, List.of(this.candidate.located(veto))));
		}

		ConfigAttempt committed(List<Problem> failures) {
			return attempt(new ReloadResult(failures.isEmpty() ? Outcome.APPLIED : Outcome.DEGRADED,
					this.transition.current().version(), this.transition.changes(), failures,
					this.transition.restartRequired(), this.context.elapsed()));
		}

		private ConfigAttempt attempt(ReloadResult result) {
			return this.context.attempt(this.candidate.document().digest(), result);
		}

	}

}
