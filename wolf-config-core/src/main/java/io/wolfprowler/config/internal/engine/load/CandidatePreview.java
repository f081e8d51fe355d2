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

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.Transitions;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptRunner;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;

/**
 * Validates a text as if the source held it, and changes nothing.
 *
 * @param reader parses the text
 * @param checker binds and validates
 * @param active holds the active state
 * @param transitions compares the candidate with it
 * @param attempts begins the attempt, which is not recorded
 * @param <T> the type of the configuration
 */
public record CandidatePreview<T>(DocumentReader reader, CandidateChecker<T> checker, ActiveConfig<T> active,
		Transitions<T> transitions, AttemptRunner attempts) {

	/**
	 * Validate a text.
	 * @param toml the text
	 * @return what a reload of the text would lead to
	 */
	public ReloadResult validate(String toml) {
		AttemptContext context = this.attempts.begin(Cause.RELOAD, null);
		ActiveState<T> base = this.active.current();
		try {
			Candidate<T> candidate = candidate(this.reader.parse(toml), base);
			return (candidate.config() != null) ? this.transitions.preview(base, candidate, context)
					: context.unchanged(base.version(), Outcome.REJECTED, candidate.problems());
		}
		catch (TomlException ex) {
			return context.unchanged(base.version(), Outcome.REJECTED, ex.getProblems());
		}
	}

	private Candidate<T> candidate(TomlDocument document, ActiveState<T> base) {
		return this.checker.check(document,
				base.pendingEdits().rebase(document.values(), this.active.ownDocuments(base)));
	}

}
