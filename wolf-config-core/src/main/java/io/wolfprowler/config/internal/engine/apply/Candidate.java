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

import java.util.List;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.bind.PlaceholderValues;
import io.wolfprowler.config.internal.toml.TomlDocument;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that is not active, with its problems and warnings.
 *
 * @param document the document that it is based on
 * @param pendingEdits the edits that are not in the document
 * @param names the values of the names in its placeholders
 * @param config the configuration, {@code null} if there are problems
 * @param problems why it can't become active, each with its location
 * @param warnings what the validators warn about, each with its location
 * @param <T> the type of the configuration
 */
public record Candidate<T>(TomlDocument document, PendingEdits pendingEdits, PlaceholderValues names,
		@Nullable T config, List<Problem> problems, List<Problem> warnings) {

	/**
	 * Return a candidate that is the active configuration itself.
	 * @param base the active state
	 * @param <T> the type of the configuration
	 * @return a valid candidate
	 */
	public static <T> Candidate<T> unchanged(ActiveState<T> base) {
		return valid(base.document(), base.pendingEdits(), base.names(), base.config());
	}

	/**
	 * Return a candidate that can't become active.
	 * @param base the active state
	 * @param problems the reasons
	 * @param <T> the type of the configuration
	 * @return a candidate without a configuration
	 */
	public static <T> Candidate<T> rejected(ActiveState<T> base, List<Problem> problems) {
		return new Candidate<>(base.document(), base.pendingEdits(), base.names(), null, problems, List.of());
	}

	static <T> Candidate<T> valid(TomlDocument document, PendingEdits pendingEdits, PlaceholderValues names, T config) {
		return new Candidate<>(document, pendingEdits, names, config, List.of(), List.of());
	}

	/** Return a problem with the location of its key in the document, if it has one. */
	Problem located(Problem problem) {
		return new ProblemLocator(this.document, this.pendingEdits).locate(List.of(ProblemLocator.finding(problem)))
			.get(0);
	}

}
