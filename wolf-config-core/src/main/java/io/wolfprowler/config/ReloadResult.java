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

package io.wolfprowler.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The result of a reload or another attempt, with everything that an operator needs to
 * act on it.
 *
 * @param outcome the outcome
 * @param version the version that is active afterwards
 * @param changes the differences from the previous version; empty unless a new version is
 * active
 * @param problems what is wrong with the candidate, or which participants failed to
 * commit the active version; empty if nothing is wrong
 * @param restartRequired the changed keys that take effect only after a restart
 * @param took the time from the start of the attempt to its outcome, without callbacks
 */
public record ReloadResult(Outcome outcome, long version, List<ConfigChange> changes, List<Problem> problems,
		Set<String> restartRequired, Duration took) {

	/**
	 * Copy the collections.
	 */
	public ReloadResult {
		Objects.requireNonNull(outcome, "outcome");
		changes = List.copyOf(changes);
		problems = List.copyOf(problems);
		restartRequired = Set.copyOf(restartRequired);
		Objects.requireNonNull(took, "took");
	}

}
