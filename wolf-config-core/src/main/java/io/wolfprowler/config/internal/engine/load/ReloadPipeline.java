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

package io.wolfprowler.config.internal.engine.load;

import java.util.List;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.TwoPhaseCommit;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.attempt.AttemptRunner;
import io.wolfprowler.config.internal.engine.notify.AttemptRecorder;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.spi.SourceContent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Brings the active configuration up to date with the source. Runs on the caller's thread
 * and holds no lock: a candidate is made from the active state, and becomes active only
 * if that state still is.
 *
 * @param <T> the type of the configuration
 */
public final class ReloadPipeline<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final DocumentReader reader;

	private final PartialWriteGuard partialWrites;

	private final CandidateChecker<T> checker;

	private final ActiveConfig<T> active;

	private final TwoPhaseCommit<T> commit;

	private final AttemptRunner attempts;

	private final AttemptRecorder<T> recorder;

	/**
	 * Create a pipeline.
	 * @param reader reads and parses
	 * @param partialWrites defers what may be half-written
	 * @param checker binds and validates
	 * @param active holds the active state
	 * @param commit makes candidates active
	 * @param attempts makes the attempts
	 * @param recorder records their outcomes
	 */
	public ReloadPipeline(DocumentReader reader, PartialWriteGuard partialWrites, CandidateChecker<T> checker,
			ActiveConfig<T> active, TwoPhaseCommit<T> commit, AttemptRunner attempts, AttemptRecorder<T> recorder) {
		this.reader = reader;
		this.partialWrites = partialWrites;
		this.checker = checker;
		this.active = active;
		this.commit = commit;
		this.attempts = attempts;
		this.recorder = recorder;
	}

	/**
	 * Read the source and apply what it holds.
	 * @param trusted whether the caller vouches that the content is complete
	 * @param actor the actor, {@code null} if there is none or it is not known
	 * @return the outcome
	 */
	public AttemptOutcome.Settled run(boolean trusted, @Nullable String actor) {
		return this.attempts.run(Cause.RELOAD, actor, (context) -> this.recorder.reload(pass(trusted, context)));
	}

	/**
	 * Apply a content that was read from the source, in one pass.
	 * @param content the content
	 * @param edition the edition of the state that was active before it was read
	 * @param actor the actor, {@code null} if it is not known
	 * @return the outcome, superseded when another state became active in the meantime
	 */
	public AttemptOutcome accept(SourceContent content, long edition, @Nullable String actor) {
		return this.attempts.once(Cause.RELOAD, actor,
				(context) -> this.recorder.reload(accept(new Reload(content, edition, false, context))));
	}

	private AttemptOutcome pass(boolean trusted, AttemptContext context) {
		return read(trusted, context).end(this::acceptSafely);
	}

	private AttemptOutcome accept(Reload reload) {
		return compare(reload).then(this::parse).then(this::defer).then(this::check).end(this::commit);
	}

	private Stage<Reload> read(boolean trusted, AttemptContext context) {
		long edition = this.active.current().edition();
		SourceReadResult read = this.reader.read();
		context.completed(Problem.Stage.READ);
		if (read instanceof SourceReadResult.Found found) {
			return Stage.passed(new Reload(found.content(), edition, trusted, context));
		}
		this.partialWrites.trust();
		SourceReadResult.Missing missing = (SourceReadResult.Missing) read;
		return Stage.ended(missing.outcome(version(), context));
	}

	private Stage<Reload.Compared<T>> compare(Reload reload) {
		ActiveState<T> base = this.active.current();
		boolean same = reload.content().digest().equals(base.document().digest());
		if (same || reload.trusted()) {
			this.partialWrites.trust();
		}
		return same ? Stage.ended(reload.unchanged(base.version())) : Stage.passed(new Reload.Compared<>(reload, base));
	}

	private Stage<Reload.Parsed<T>> parse(Reload.Compared<T> compared) {
		Reload reload = compared.reload();
		try {
			TomlDocument document = this.reader.parse(reload.content(), compared.base().document());
			reload.context().completed(Problem.Stage.PARSE);
			return Stage.passed(new Reload.Parsed<>(reload, compared.base(), document));
		}
		catch (TomlException ex) {
			reload.context().completed(Problem.Stage.PARSE);
			String doubt = doubt(reload, compared.base(), null, ex.getProblems());
			return Stage.ended((doubt != null) ? reload.deferred(compared.version(), doubt)
					: reload.rejected(compared.version(), ex.getProblems()));
		}
	}

	// A content that was read before another document became active may be older.
	private Stage<Reload.Parsed<T>> defer(Reload.Parsed<T> parsed) {
		Reload reload = parsed.reload();
		ActiveState<T> base = this.active.current();
		if (base.edition() != reload.edition()) {
			return Stage.ended(new AttemptOutcome.Superseded());
		}
		String doubt = doubt(reload, base, parsed.document(), List.of());
		return (doubt != null) ? Stage.ended(reload.deferred(base.version(), doubt))
				: Stage.passed(new Reload.Parsed<>(reload, base, parsed.document()));
	}

	private Stage<Reload.Checked<T>> check(Reload.Parsed<T> parsed) {
		ActiveState<T> base = parsed.base();
		List<TomlTree> own = this.active.ownDocuments(base);
		Candidate<T> candidate = this.checker.check(parsed.document(),
				base.pendingEdits().rebase(parsed.document().values(), own));
		parsed.reload().context().completed(Problem.Stage.VALIDATE);
		return (candidate.config() != null) ? Stage.passed(new Reload.Checked<>(parsed, candidate, own))
				: Stage.ended(parsed.reload().rejected(base.version(), candidate.problems()));
	}

	private AttemptOutcome commit(Reload.Checked<T> checked) {
		Reload.Parsed<T> parsed = checked.parsed();
		ActiveState<T> base = parsed.base();
		Reload reload = parsed.reload();
		AttemptOutcome outcome = this.commit.commit(base, checked.candidate(), reload.context());
		if (outcome instanceof AttemptOutcome.Committed && !reload.trusted()) {
			this.partialWrites.applied(base.document(), parsed.document(), reload.context().begin());
		}
		if (outcome instanceof AttemptOutcome.Committed || outcome instanceof AttemptOutcome.Unchanged) {
			this.recorder.log()
				.overruled(base.pendingEdits().overruled(parsed.document().values(), checked.ownDocuments()));
		}
		return outcome;
	}

	// Code of the application takes part: equals(), accessors and constructors of its
	// types.
	private AttemptOutcome acceptSafely(Reload reload) {
		try {
			return accept(reload);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			this.active.checkOpen();
			logger.debug("Validating " + this.reader.description() + " failed", ex);
			return reload.rejected(version(), List.of(new Problem(Problem.Stage.VALIDATE, null, 0, 0,
					"can't be validated: " + ex.getClass().getName() + "; the log has more at the level DEBUG")));
		}
	}

	private @Nullable String doubt(Reload reload, ActiveState<T> base, @Nullable TomlDocument document,
			List<Problem> problems) {
		return reload.trusted() ? null : this.partialWrites.doubt(base.document(), reload.content(), document, problems,
				reload.context().begin());
	}

	private long version() {
		return this.active.current().version();
	}

}
