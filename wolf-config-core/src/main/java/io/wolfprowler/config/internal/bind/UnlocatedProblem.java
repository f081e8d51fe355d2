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

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlLocations;

/**
 * A problem whose location in the document has not been looked up yet.
 *
 * @param problem the problem
 * @param key the key it is about
 * @param name whether it is about the name of the key rather than its value
 */
public record UnlocatedProblem(Problem problem, KeyPath key, boolean name) {

	/**
	 * Look up the location.
	 * @param locations the locations of keys and values in the document
	 * @return the problem with its location
	 */
	public Problem in(TomlLocations locations) {
		return this.name ? locations.atKey(this.problem, this.key) : locations.atValue(this.problem, this.key);
	}

}
