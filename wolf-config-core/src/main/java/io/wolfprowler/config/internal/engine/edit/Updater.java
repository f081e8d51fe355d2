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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.bind.Difference;
import io.wolfprowler.config.internal.bind.Differences;
import io.wolfprowler.config.internal.bind.PlaceholderSyntax;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.load.Engine;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlEdit;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * Changes values in memory by the road every candidate takes: written as TOML over the
 * document, bound, judged, committed.
 *
 * @param engine the shared parts
 * @param <T> the type of the configuration
 */
public record Updater<T>(Engine<T> engine) {

	public AttemptOutcome update(UnaryOperator<T> updater, @Nullable String actor) {
		return commit((base) -> edited(base, updater), Cause.UPDATE, actor);
	}

	public AttemptOutcome update(long expectedVersion, UnaryOperator<T> updater, @Nullable String actor) {
		return commit((base) -> {
			base.expect(expectedVersion);
			return edited(base, updater);
		}, Cause.UPDATE, actor);
	}

	public AttemptOutcome set(Map<String, ?> valuesByKey, @Nullable String actor) {
		return commit((base) -> withValues(base, valuesByKey), Cause.UPDATE, actor);
	}

	public AttemptOutcome set(long expectedVersion, Map<String, ?> valuesByKey, @Nullable String actor) {
		return commit((base) -> {
			base.expect(expectedVersion);
			return withValues(base, valuesByKey);
		}, Cause.UPDATE, actor);
	}

	/** Make candidates until one is refused or still fits what is in force. */
	AttemptOutcome commit(Function<ActiveState<T>, Candidate<T>> proposal, Cause cause, @Nullable String actor) {
		return this.engine.traces().around(cause, () -> commit(proposal, this.engine.occasion(cause, actor)));
	}

	private AttemptOutcome commit(Function<ActiveState<T>, Candidate<T>> proposal, AttemptContext occasion) {
		while (true) {
			ActiveState<T> base = this.engine.current();
			Candidate<T> candidate = proposal.apply(base);
			occasion.over(Problem.Stage.VALIDATE);
			if (candidate.config() == null && this.engine.current() == base) {
				return this.engine.refuse(base, Outcome.REJECTED, candidate.problems(), occasion);
			}
			AttemptOutcome decision = (candidate.config() != null)
					? this.engine.commitPoint().commit(base, candidate, occasion) : null;
			if (decision != null) {
				return settled(base, decision, occasion);
			}
		}
	}

	private AttemptOutcome settled(ActiveState<T> base, AttemptOutcome decision, AttemptContext occasion) {
		if (decision.is(Outcome.VETOED)) {
			return this.engine.refuse(base, Outcome.VETOED, decision.result().problems(), occasion);
		}
		this.engine.attempts().add(decision.attempt());
		return decision;
	}

	/** Make an edited candidate. */
	Candidate<T> edited(ActiveState<T> base, UnaryOperator<T> updater) {
		T wanted = Objects.requireNonNull(updater.apply(base.config()), "the updater returned null");
		if (wanted.equals(base.config())) {
			return Candidate.unchanged(base);
		}
		Schema<T> schema = this.engine.judge().schema();
		TomlTree written;
		try {
			written = schema.write(wanted);
		}
		catch (RuntimeException ex) {
			return Candidate.refused(base, List.of(problem(null, "the update can't be written as TOML: " + ex)));
		}
		PlaceholderKeeper<T> spellings = new PlaceholderKeeper<>(base, this.engine.judge());
		List<TomlEdit> edits = schema.compare(base.config(), wanted)
			.values()
			.stream()
			.map((difference) -> difference.key().outsideArrays())
			.distinct()
			.map((key) -> spellings.edit(key, written.at(key)))
			.toList();
		Candidate<T> candidate = judged(base, edits);
		return (candidate.config() != null) ? kept(wanted, candidate, base) : candidate;
	}

	// What the file can't say would be lost at the next start: null where a value is due.
	private Candidate<T> kept(T wanted, Candidate<T> candidate, ActiveState<T> base) {
		Differences lost = this.engine.judge().schema().compare(wanted, Objects.requireNonNull(candidate.config()));
		if (lost.isEmpty()) {
			return candidate;
		}
		return Candidate.refused(base,
				lost.values()
					.stream()
					.map(Difference::key)
					.map((key) -> problem(key.toString(), key + " has a value that TOML can't keep"))
					.toList());
	}

	/** Make a candidate with other values. */
	Candidate<T> withValues(ActiveState<T> base, Map<String, ?> valuesByKey) {
		List<TomlEdit> edits = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		valuesByKey.forEach((key, value) -> {
			try {
				edits.add(literal(KeyPath.parse(key), value));
			}
			catch (IllegalArgumentException ex) {
				problems.add(problem(key, key + ": " + ex.getMessage()));
			}
		});
		return problems.isEmpty() ? spelled(base, edits) : Candidate.refused(base, problems);
	}

	private TomlEdit literal(KeyPath key, @Nullable Object value) {
		return new TomlEdit(key,
				(value != null) ? PlaceholderSyntax.escaped(this.engine.judge().schema().write(key, value)) : null);
	}

	// Only when they are bound it shows which values are what a placeholder stands for.
	private Candidate<T> spelled(ActiveState<T> base, List<TomlEdit> edits) {
		Candidate<T> candidate = judged(base, edits);
		PlaceholderKeeper<T> spellings = new PlaceholderKeeper<>(base, this.engine.judge());
		T config = candidate.config();
		if (config == null || edits.stream().noneMatch((edit) -> spellings.hasPlaceholders(edit.key()))) {
			return candidate;
		}
		TomlTree written = this.engine.judge().schema().write(config);
		return judged(base, edits.stream().map((edit) -> {
			Object value = (edit.value() != null) ? written.at(edit.key()) : null;
			return (value != null && spellings.hasPlaceholders(edit.key())) ? spellings.edit(edit.key(), value) : edit;
		}).toList());
	}

	private Candidate<T> judged(ActiveState<T> base, List<TomlEdit> edits) {
		try {
			PendingEdits unsaved = base.unsaved().with(edits, base.document().values());
			return this.engine.judge().judge(base.document(), unsaved, base.names());
		}
		catch (IllegalArgumentException ex) {
			return Candidate.refused(base, List.of(problem(null, String.valueOf(ex.getMessage()))));
		}
	}

	private static Problem problem(@Nullable String key, String message) {
		return new Problem(Problem.Stage.BIND, key, 0, 0, message);
	}

}
