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
import java.util.Comparator;
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
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlLocations;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * Binds a document, applies all rules, and finds the place of every problem.
 *
 * @param schema the schema of the configuration type
 * @param validators the rules
 * @param unknownKeys what happens to keys no component has
 * @param allowEmpty whether a text without any key is a configuration
 * @param placeholders resolves what stands in strings
 * @param <T> the type of the configuration
 */
public record CandidateChecker<T>(Schema<T> schema, List<ConfigValidator<? super T>> validators,
		UnknownKeys unknownKeys, boolean allowEmpty, Placeholders placeholders) {

	private static final Problem EMPTY = new Problem(Problem.Stage.READ, null, 0, 0,
			"is empty; set wolf.config.allow-empty=true if that means every default");

	// Those without a place come last.
	private static final Comparator<Problem> IN_ORDER_OF_TEXT = Comparator
		.<Problem>comparingInt((problem) -> (problem.line() > 0) ? problem.line() : Integer.MAX_VALUE)
		.thenComparingInt(Problem::column);

	/** Judge what has been read: names in placeholders are looked up anew. */
	public Candidate<T> judge(TomlDocument document, PendingEdits unsaved) {
		return judge(document, unsaved, this.placeholders.newValues());
	}

	public Candidate<T> judge(TomlDocument document, PendingEdits unsaved, PlaceholderValues names) {
		TomlTree values = unsaved.over(document.values());
		if (!this.allowEmpty && (document.values().root().isEmpty() || values.root().isEmpty())) {
			return new Candidate<>(document, unsaved, names, null, List.of(EMPTY), List.of());
		}
		BindResult<T> bound = bind(values, names);
		List<UnlocatedProblem> problems = new ArrayList<>(bound.problems());
		List<UnlocatedProblem> warnings = new ArrayList<>();
		for (UnlocatedProblem unknown : bound.unknownKeys()) {
			if (this.unknownKeys == UnknownKeys.REJECT || unsaved.changes(unknown.key(), document.values())) {
				problems.add(unknown);
			}
			else if (this.unknownKeys == UnknownKeys.WARN) {
				warnings.add(unknown);
			}
		}
		T config = bound.config();
		if (config != null) {
			problems.addAll(all(config, (validator) -> validator.validate(config)));
		}
		if (problems.isEmpty() && config != null) {
			warnings.addAll(all(config, (validator) -> validator.warnings(config)));
		}
		return new Candidate<>(document, unsaved, names, problems.isEmpty() ? config : null,
				placed(problems, document, unsaved), placed(warnings, document, unsaved));
	}

	/** Bind values, and apply no rule. */
	public BindResult<T> bind(TomlTree values, PlaceholderValues names) {
		return this.schema.bind(this.placeholders.resolve(values, names, this.schema));
	}

	private List<UnlocatedProblem> all(T config, Function<ConfigValidator<? super T>, List<Problem>> check) {
		List<UnlocatedProblem> findings = new ArrayList<>();
		for (ConfigValidator<? super T> validator : this.validators) {
			try {
				check.apply(validator).forEach((problem) -> findings.add(finding(problem)));
			}
			catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
				findings.add(finding(new Problem(Problem.Stage.VALIDATE, null, 0, 0,
						validator.getClass().getName() + " failed: " + this.schema.masked(ex.toString(), config))));
			}
		}
		return findings;
	}

	public static UnlocatedProblem finding(Problem problem) {
		try {
			String key = problem.key();
			return new UnlocatedProblem(problem, (key != null) ? KeyPath.parse(key) : KeyPath.ROOT, false);
		}
		catch (IllegalArgumentException ex) {
			return new UnlocatedProblem(problem, KeyPath.ROOT, false);
		}
	}

	// What an update has set stands nowhere in the text.
	public static List<Problem> placed(List<UnlocatedProblem> findings, TomlDocument document, PendingEdits unsaved) {
		if (findings.isEmpty()) {
			return List.of();
		}
		TomlLocations locations = document.locations();
		return findings.stream()
			.map((finding) -> (finding.problem().line() > 0 || unsaved.contains(finding.key())) ? finding.problem()
					: finding.in(locations))
			.sorted(IN_ORDER_OF_TEXT)
			.toList();
	}

}
