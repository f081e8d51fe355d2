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
package io.wolfprowler.config.remote.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.wolfprowler.config.Outcome;

/**
 * The state of one node.
 *
 * @param node the name of the node
 * @param canary whether it is a canary of staged roll-outs
 * @param version the active version, as counted by the node
 * @param digest the SHA-256 of the active document, in lower-case hexadecimal
 * @param goneBack whether the node has rolled back from that document to the values of an
 * earlier version and could not write the source
 * @param settled whether the version has been active for as long as a roll-out requires
 * @param outcome the outcome of the last attempt
 * @param attempted the SHA-256 of the document of the last attempt, empty if there was
 * none
 * @param problems the problems of the last attempt, one line each, without secrets
 * @param reportedAt when it was reported, by the clock of the node
 */
public record NodeReport(String node, boolean canary, long version, String digest, boolean goneBack, boolean settled,
		Outcome outcome, String attempted, List<String> problems, Instant reportedAt) {

	/**
	 * Check the components.
	 */
	public NodeReport {
		Objects.requireNonNull(node, "node");
		Objects.requireNonNull(digest, "digest");
		Objects.requireNonNull(outcome, "outcome");
		Objects.requireNonNull(attempted, "attempted");
		problems = List.copyOf(problems);
		Objects.requireNonNull(reportedAt, "reportedAt");
	}

	/** Return the same report with another time. */
	NodeReport at(Instant time) {
		return new NodeReport(this.node, this.canary, this.version, this.digest, this.goneBack, this.settled,
				this.outcome, this.attempted, this.problems, time);
	}

	/** Return whether the node has rejected a document. */
	boolean hasRejected(String document) {
		return this.attempted.equals(document) && !this.digest.equals(document) && !this.problems.isEmpty();
	}

}
