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
 * A node as the fleet knows it.
 *
 * @param name its name, which no other node has at the same time
 * @param canary whether it goes first in a staged roll-out
 * @param soak how long a version has to be in force before the node calls it settled
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
	 * Return whether a node is among the first few percent. A node always is or never is,
	 * as long as its name stays the same.
	 * @param name the name of the node
	 * @param percentage how many of 100 nodes go first, on average
	 * @return whether this one does
	 */
	public static boolean isAmongFirst(String name, int percentage) {
		// Names of nodes differ in their last characters, which move the lower bits only.
		int spread = name.hashCode() * 0x9E3779B9;
		return Integer.remainderUnsigned(spread >>> 8, PERCENT) < percentage;
	}

}
