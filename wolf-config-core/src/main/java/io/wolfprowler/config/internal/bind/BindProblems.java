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

package io.wolfprowler.config.internal.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlValues;

/**
 * Collects the problems of a candidate while it is bound. Never quotes a secret.
 */
final class BindProblems {

	private final List<UnlocatedProblem> problems = new ArrayList<>();

	private final List<UnlocatedProblem> unknownKeys = new ArrayList<>();

	private final Predicate<KeyPath> secret;

	private final Map<String, KeyPath> keysByName;

	/**
	 * Create a collector.
	 * @param secret whether the value of a key is a secret
	 * @param keysByName all keys of the type, to tell where an unknown one belongs
	 */
	BindProblems(Predicate<KeyPath> secret, Map<String, KeyPath> keysByName) {
		this.secret = secret;
		this.keysByName = keysByName;
	}

	void add(KeyPath key, String message) {
		String subject = key.isRoot() ? "" : key + " ";
		this.problems.add(new UnlocatedProblem(problem(key, subject + message), key, false));
	}

	void add(KeyPath key, UnresolvedPlaceholder unresolved) {
		this.problems.add(new UnlocatedProblem(problem(key, key + ": " + unresolved.problem()), key, false));
	}

	void mismatch(KeyPath key, String expected, Object found) {
		if (found instanceof UnresolvedPlaceholder unresolved) {
			add(key, unresolved);
			return;
		}
		String shown = this.secret.test(key) ? "***" : TomlValues.shown(found);
		add(key, "must be " + expected + ", found " + shown);
	}

	void unknownKey(KeyPath key, Collection<String> known) {
		String remedy = new Suggestion(known, this.keysByName).remedyFor(key);
		this.unknownKeys.add(new UnlocatedProblem(problem(key, "unknown key `" + key + "`" + remedy), key, true));
	}

	int count() {
		return this.problems.size();
	}

	/** Return the number of problems and unknown keys. */
	int total() {
		return this.problems.size() + this.unknownKeys.size();
	}

	List<UnlocatedProblem> toList() {
		return List.copyOf(this.problems);
	}

	List<UnlocatedProblem> unknownKeys() {
		return List.copyOf(this.unknownKeys);
	}

	private static Problem problem(KeyPath key, String message) {
		return new Problem(Problem.Stage.BIND, key.isRoot() ? null : key.toString(), 0, 0, message);
	}

}
