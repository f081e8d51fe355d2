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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.internal.bind.BindResult;
import io.wolfprowler.config.internal.bind.PlaceholderValues;
import io.wolfprowler.config.internal.bind.Placeholders;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.bind.UnlocatedProblem;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.apply.ProblemLocator;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * Makes a candidate of a document: resolves placeholders, binds the values, calls the
 * validators, and locates every problem.
 *
 * @param schema the schema of the configuration type
 * @param validators the validators
 * @param unknownKeys what happens to keys that no component has
 * @param allowEmpty whether a document without any key is a configuration
 * @param placeholders resolves the placeholders
 * @param <T> the type of the configuration
 */
public record CandidateChecker<T>(Schema<T> schema, List<ConfigValidator<? super T>> validators,
		UnknownKeys unknownKeys, boolean allowEmpty, Placeholders placeholders) {

	private static final Problem EMPTY = new Problem(Problem.Stage.READ, null, 0, 0,
			"is empty; set wolf.config.allow-empty=true if that means every default");

	/**
	 * Check a document that was read. The names in its placeholders are resolved again.
	 * @param document the document
	 * @param pendingEdits the edits that are not in the document
	 * @return the candidate
	 */
	public Candidate<T> check(TomlDocument document, PendingEdits pendingEdits) {
		return check(document, pendingEdits, this.placeholders.newValues());
	}

	/**
	 * Check a document.
	 * @param document the document
	 * @param pendingEdits the edits that are not in the document
	 * @param names the values of the names in the placeholders
	 * @return the candidate
	 */
	public Candidate<T> check(TomlDocument document, PendingEdits pendingEdits, PlaceholderValues names) {
		TomlTree values = pendingEdits.applyTo(document.values());
		if (!this.allowEmpty && (document.values().root().isEmpty() || values.root().isEmpty())) {
			return new Candidate<>(document, pendingEdits, names, null, List.of(EMPTY), List.of());
		}
		BindResult<T> bound = bind(values, names);
		List<UnlocatedProblem> problems = new ArrayList<>(bound.problems());
		List<UnlocatedProblem> warnings = new ArrayList<>();
		sortUnknownKeys(bound, pendingEdits, document, problems, warnings);
		T config = validated(bound.config(), problems, warnings);
		ProblemLocator locator = new ProblemLocator(document, pendingEdits);
		return new Candidate<>(document, pendingEdits, names, config, locator.locate(problems),
				locator.locate(warnings));
	}

	/**
	 * Bind values, without any validation.
	 * @param values the values, with placeholders
	 * @param names the values of the names in the placeholders
	 * @return the configuration or problems
	 */
	public BindResult<T> bind(TomlTree values, PlaceholderValues names) {
		return this.schema.bind(this.placeholders.resolve(values, names, this.schema));
	}

	private void sortUnknownKeys(BindResult<T> bound, PendingEdits pendingEdits, TomlDocument document,
			List<UnlocatedProblem> problems, List<UnlocatedProblem> warnings) {
		for (UnlocatedProblem unknown : bound.unknownKeys()) {
			if (this.unknownKeys == UnknownKeys.REJECT || pendingEdits.changes(unknown.key(), document.values())) {
				problems.add(unknown);
			}
			else if (this.unknownKeys == UnknownKeys.WARN) {
				warnings.add(unknown);
			}
		}
	}

	// Warnings are for valid configurations only.
	private @Nullable T validated(@Nullable T config, List<UnlocatedProblem> problems,
			List<UnlocatedProblem> warnings) {
		if (config == null) {
			return null;
		}
		problems.addAll(all(config, (validator) -> validator.validate(config)));
		if (!problems.isEmpty()) {
			return null;
		}
		warnings.addAll(all(config, (validator) -> validator.warnings(config)));
		return config;
	}

	private List<UnlocatedProblem> all(T config, Function<ConfigValidator<? super T>, List<Problem>> check) {
		List<UnlocatedProblem> findings = new ArrayList<>();
		for (ConfigValidator<? super T> validator : this.validators) {
			try {
				check.apply(validator).forEach((problem) -> findings.add(ProblemLocator.finding(problem)));
			}
			catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
				findings.add(ProblemLocator.finding(failed(validator, config, ex)));
			}
		}
		return findings;
	}

	private Problem failed(ConfigValidator<? super T> validator, T config, Throwable failure) {
		return new Problem(Problem.Stage.VALIDATE, null, 0, 0,
				validator.getClass().getName() + " failed: " + this.schema.masked(failure.toString(), config));
	}

}
