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

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.spi.SourceContent;

/**
 * What a reload passes from stage to stage.
 *
 * @param content the content of the source
 * @param edition the edition of the state that was active before the source was read
 * @param trusted whether the caller vouches that the content is complete
 * @param context the context of the attempt
 */
record Reload(SourceContent content, long edition, boolean trusted, AttemptContext context) {

	/** Create the outcome of a content that can't become active. */
	AttemptOutcome rejected(long version, List<Problem> problems) {
		return new AttemptOutcome.Rejected(attempt(version, Outcome.REJECTED, problems));
	}

	/** Create the outcome of a content that may be half-written. */
	AttemptOutcome deferred(long version, String reason) {
		Problem problem = new Problem(Problem.Stage.READ, null, 0, 0, "looks half-written: " + reason);
		return new AttemptOutcome.Deferred(attempt(version, Outcome.UNAVAILABLE, List.of(problem)), reason);
	}

	/** Create the outcome of a content that is active already. */
	AttemptOutcome unchanged(long version) {
		return new AttemptOutcome.Unchanged(attempt(version, Outcome.UNCHANGED, List.of()));
	}

	private ConfigAttempt attempt(long version, Outcome outcome, List<Problem> problems) {
		return this.context.attempt(this.content.digest(), this.context.unchanged(version, outcome, problems));
	}

	/**
	 * A content that differs from the active document.
	 *
	 * @param reload the reload
	 * @param base the active state
	 */
	record Compared<T>(Reload reload, ActiveState<T> base) {

		long version() {
			return this.base.version();
		}

	}

	/**
	 * A content that is a document.
	 *
	 * @param reload the reload
	 * @param base the active state
	 * @param document the document
	 */
	record Parsed<T>(Reload reload, ActiveState<T> base, TomlDocument document) {

	}

	/**
	 * A document that leads to a valid candidate.
	 *
	 * @param parsed the document
	 * @param candidate the candidate
	 * @param ownDocuments the documents that hold no edit by others
	 */
	record Checked<T>(Parsed<T> parsed, Candidate<T> candidate, List<TomlTree> ownDocuments) {

	}

}
