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

import java.util.Comparator;
import java.util.List;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.bind.UnlocatedProblem;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlLocations;

/**
 * Finds the location of each problem in a document.
 *
 * @param document the document
 * @param pendingEdits the edits that are not in the document, and so have no location
 */
public record ProblemLocator(TomlDocument document, PendingEdits pendingEdits) {

	// Problems without a location come last.
	private static final Comparator<Problem> BY_LOCATION = Comparator
		.<Problem>comparingInt((problem) -> (problem.line() > 0) ? problem.line() : Integer.MAX_VALUE)
		.thenComparingInt(Problem::column);

	/**
	 * Return a problem as a finding about its key.
	 * @param problem the problem
	 * @return the finding, about the whole document if the key is none
	 */
	public static UnlocatedProblem finding(Problem problem) {
		try {
			String key = problem.key();
			return new UnlocatedProblem(problem, (key != null) ? KeyPath.parse(key) : KeyPath.ROOT, false);
		}
		catch (IllegalArgumentException ex) {
			return new UnlocatedProblem(problem, KeyPath.ROOT, false);
		}
	}

	/**
	 * Locate findings.
	 * @param findings the findings
	 * @return their problems in the order of the document
	 */
	public List<Problem> locate(List<UnlocatedProblem> findings) {
		if (findings.isEmpty()) {
			return List.of();
		}
		TomlLocations places = this.document.locations();
		return findings.stream().map((finding) -> locate(finding, places)).sorted(BY_LOCATION).toList();
	}

	private Problem locate(UnlocatedProblem finding, TomlLocations places) {
		boolean known = finding.problem().line() > 0 || this.pendingEdits.contains(finding.key());
		return known ? finding.problem() : finding.in(places);
	}

}
