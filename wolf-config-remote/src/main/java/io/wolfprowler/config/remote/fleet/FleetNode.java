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

import java.time.Duration;
import java.util.Objects;

/**
 * A node of a fleet.
 *
 * @param name its name, unique among the live nodes
 * @param canary whether it is a canary of staged roll-outs
 * @param soak how long a version must be active before it counts as settled
 */
public record FleetNode(String name, boolean canary, Duration soak) {

	private static final int PERCENT = 100;

	/**
	 * Check the components.
	 */
	public FleetNode {
		if (name.isBlank() || name.contains("/")) {
			throw new IllegalArgumentException("name must not be blank nor contain '/', found '" + name + "'");
		}
		Objects.requireNonNull(soak, "soak");
	}

	/**
	 * Return whether a node is a canary. The answer is always the same for the same name
	 * and percentage.
	 * @param name the name of the node
	 * @param percentage the percentage of nodes that are canaries, on average
	 * @return whether this node is one of them
	 */
	public static boolean isAmongFirst(String name, int percentage) {
		// Names of nodes often differ in their last characters only, which affect only
		// the low
		// bits of the hash.
		int spread = name.hashCode() * 0x9E3779B9;
		return Integer.remainderUnsigned(spread >>> 8, PERCENT) < percentage;
	}

}
