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
 * What one node has made of the configuration.
 *
 * @param node the name of the node
 * @param canary whether it goes first in a staged roll-out
 * @param version the version in force, by the node's own count
 * @param digest the SHA-256 of the text in force, in lower-case hexadecimal
 * @param goneBack whether the node has gone back from that text to the values of an
 * earlier one, because it could not write the source
 * @param settled whether that has been in force, unchanged, for as long as a roll-out
 * asks for
 * @param outcome what came of the last attempt
 * @param attempted the SHA-256 of the text of the last attempt, empty if there was none
 * to be had
 * @param problems what was wrong with that, as compilers print it; never a secret
 * @param reportedAt when it was reported, by the node's clock
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

	/** Return the same report of another time. */
	NodeReport at(Instant time) {
		return new NodeReport(this.node, this.canary, this.version, this.digest, this.goneBack, this.settled,
				this.outcome, this.attempted, this.problems, time);
	}

	/** Return whether the node has refused a text. */
	boolean hasRejected(String text) {
		return this.attempted.equals(text) && !this.digest.equals(text) && !this.problems.isEmpty();
	}

}
