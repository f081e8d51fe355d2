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

package io.wolfprowler.config.internal.engine.edit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.TwoPhaseCommit;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.attempt.AttemptRunner;
import io.wolfprowler.config.internal.engine.notify.AttemptRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes that the application asks for.
 *
 * @param editor makes candidates of updates
 * @param active holds the active state
 * @param commit makes candidates active
 * @param attempts makes the attempts
 * @param recorder records their outcomes
 * @param <T> the type of the configuration
 */
public record Updater<T>(ActiveEditor<T> editor, ActiveConfig<T> active, TwoPhaseCommit<T> commit,
		AttemptRunner attempts, AttemptRecorder<T> recorder) {

	/**
	 * Update the active configuration.
	 * @param updater returns the new configuration
	 * @param actor the actor, {@code null} if it is not known
	 * @return the outcome
	 */
	public AttemptOutcome.Settled update(UnaryOperator<T> updater, @Nullable String actor) {
		return apply((base) -> this.editor.update(base, updater), Cause.UPDATE, actor);
	}

	/**
	 * Update a version.
	 * @param expectedVersion the version that must be active
	 * @param updater returns the new configuration
	 * @param actor the actor, {@code null} if it is not known
	 * @return the outcome
	 */
	public AttemptOutcome.Settled update(long expectedVersion, UnaryOperator<T> updater, @Nullable String actor) {
		return apply((base) -> {
			base.expect(expectedVersion);
			return this.editor.update(base, updater);
		}, Cause.UPDATE, actor);
	}

	/**
	 * Update values of the active configuration.
	 * @param valuesByKey the new values, {@code null} for those to remove
	 * @param actor the actor, {@code null} if it is not known
	 * @return the outcome
	 */
	public AttemptOutcome.Settled update(Map<String, ?> valuesByKey, @Nullable String actor) {
		return apply((base) -> this.editor.update(base, valuesByKey), Cause.UPDATE, actor);
	}

	/**
	 * Update values of a version.
	 * @param expectedVersion the version that must be active
	 * @param valuesByKey the new values, {@code null} for those to remove
	 * @param actor the actor, {@code null} if it is not known
	 * @return the outcome
	 */
	public AttemptOutcome.Settled update(long expectedVersion, Map<String, ?> valuesByKey, @Nullable String actor) {
		return apply((base) -> {
			base.expect(expectedVersion);
			return this.editor.update(base, valuesByKey);
		}, Cause.UPDATE, actor);
	}

	/** Apply the candidate that a proposal makes of the active state. */
	AttemptOutcome.Settled apply(Function<ActiveState<T>, Candidate<T>> proposal, Cause cause, @Nullable String actor) {
		return this.attempts.run(cause, actor, (context) -> this.recorder.edit(pass(proposal, context)));
	}

	private AttemptOutcome pass(Function<ActiveState<T>, Candidate<T>> proposal, AttemptContext context) {
		ActiveState<T> base = this.active.current();
		Candidate<T> candidate = proposal.apply(base);
		context.completed(Problem.Stage.VALIDATE);
		if (candidate.config() != null) {
			return this.commit.commit(base, candidate, context);
		}
		return (this.active.current() == base) ? rejected(base, candidate.problems(), context)
				: new AttemptOutcome.Superseded();
	}

	private static AttemptOutcome rejected(ActiveState<?> base, List<Problem> problems, AttemptContext context) {
		ConfigAttempt attempt = context.attempt(base.document().digest(),
				context.unchanged(base.version(), Outcome.REJECTED, problems));
		return new AttemptOutcome.Rejected(attempt);
	}

}
