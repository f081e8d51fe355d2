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
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.toml.TomlDocument;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that is not in force, and what is to be said against it.
 *
 * @param document the document it is based on
 * @param unsaved the updates it has besides
 * @param names what the names in its placeholders stand for
 * @param config the configuration, {@code null} if there are problems
 * @param problems what stops it, each at its place
 * @param warnings what does not
 * @param <T> the type of the configuration
 */
public record Candidate<T>(TomlDocument document, PendingEdits unsaved, PlaceholderValues names, @Nullable T config,
		List<Problem> problems, List<Problem> warnings) {

	/** Return a problem with the place of its key in the text, if it has one. */
	Problem placed(Problem problem) {
		return CandidateChecker.placed(List.of(CandidateChecker.finding(problem)), this.document, this.unsaved).get(0);
	}

	public static <T> Candidate<T> unchanged(ActiveState<T> base) {
		return new Candidate<>(base.document(), base.unsaved(), base.names(), base.config(), List.of(), List.of());
	}

	public static <T> Candidate<T> refused(ActiveState<T> base, List<Problem> problems) {
		return new Candidate<>(base.document(), base.unsaved(), base.names(), null, problems, List.of());
	}

}
