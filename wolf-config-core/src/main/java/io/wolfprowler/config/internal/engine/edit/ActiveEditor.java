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
import java.util.function.UnaryOperator;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.bind.Difference;
import io.wolfprowler.config.internal.bind.Differences;
import io.wolfprowler.config.internal.bind.PlaceholderSyntax;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlEdit;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * Makes candidates that differ from the active configuration by edits. An update takes
 * the way of every candidate: it is written as TOML over the document, bound and
 * validated.
 *
 * @param checker binds and validates
 * @param <T> the type of the configuration
 */
public record ActiveEditor<T>(CandidateChecker<T> checker) {

	/** Make a candidate of what an updater returns. */
	Candidate<T> update(ActiveState<T> base, UnaryOperator<T> updater) {
		T wanted = Objects.requireNonNull(updater.apply(base.config()), "the updater returned null");
		if (wanted.equals(base.config())) {
			return Candidate.unchanged(base);
		}
		TomlTree written;
		try {
			written = schema().write(wanted);
		}
		catch (RuntimeException ex) {
			return Candidate.rejected(base, List.of(problem(null, "the update can't be written as TOML: " + ex)));
		}
		Candidate<T> candidate = check(base, edits(base, wanted, written));
		T config = candidate.config();
		return (config != null) ? complete(base, wanted, candidate, config) : candidate;
	}

	/** Make a candidate with other values. */
	Candidate<T> update(ActiveState<T> base, Map<String, ?> valuesByKey) {
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
		return problems.isEmpty() ? keepingPlaceholders(base, edits) : Candidate.rejected(base, problems);
	}

	private List<TomlEdit> edits(ActiveState<T> base, T wanted, TomlTree written) {
		PlaceholderKeeper<T> keeper = new PlaceholderKeeper<>(base, this.checker);
		return schema().compare(base.config(), wanted)
			.values()
			.stream()
			.map((difference) -> difference.key().outsideArrays())
			.distinct()
			.map((key) -> keeper.edit(key, written.at(key)))
			.toList();
	}

	// A value that TOML can't express, such as null for a default, would be lost at the
	// next start.
	private Candidate<T> complete(ActiveState<T> base, T wanted, Candidate<T> candidate, T config) {
		Differences lost = schema().compare(wanted, config);
		if (lost.isEmpty()) {
			return candidate;
		}
		return Candidate.rejected(base,
				lost.values()
					.stream()
					.map(Difference::key)
					.map((key) -> problem(key.toString(), key + " has a value that TOML can't keep"))
					.toList());
	}

	private TomlEdit literal(KeyPath key, @Nullable Object value) {
		return new TomlEdit(key, (value != null) ? PlaceholderSyntax.escaped(schema().write(key, value)) : null);
	}

	// Only the bound configuration shows which values equal what a placeholder resolves
	// to.
	private Candidate<T> keepingPlaceholders(ActiveState<T> base, List<TomlEdit> edits) {
		Candidate<T> candidate = check(base, edits);
		PlaceholderKeeper<T> keeper = new PlaceholderKeeper<>(base, this.checker);
		T config = candidate.config();
		if (config == null || edits.stream().noneMatch((edit) -> keeper.hasPlaceholders(edit.key()))) {
			return candidate;
		}
		TomlTree written = schema().write(config);
		return check(base, edits.stream().map((edit) -> {
			Object value = (edit.value() != null) ? written.at(edit.key()) : null;
			return (value != null && keeper.hasPlaceholders(edit.key())) ? keeper.edit(edit.key(), value) : edit;
		}).toList());
	}

	private Candidate<T> check(ActiveState<T> base, List<TomlEdit> edits) {
		try {
			PendingEdits pending = base.pendingEdits().with(edits, base.document().values());
			return this.checker.check(base.document(), pending, base.names());
		}
		catch (IllegalArgumentException ex) {
			return Candidate.rejected(base, List.of(problem(null, String.valueOf(ex.getMessage()))));
		}
	}

	private Schema<T> schema() {
		return this.checker.schema();
	}

	private static Problem problem(@Nullable String key, String message) {
		return new Problem(Problem.Stage.BIND, key, 0, 0, message);
	}

}
