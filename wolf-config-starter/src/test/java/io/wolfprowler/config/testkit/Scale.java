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

package io.wolfprowler.config.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * How much a test does: as much as fits into every build, and more of it on demand, with
 * {@code -Dfaults.scale=10}.
 */
@NullMarked
public final class Scale {

	private static final int FACTOR = Integer.getInteger("faults.scale", 1);

	private Scale() {
	}

	/**
	 * Scales a number of repetitions.
	 * @param n how many in every build
	 * @return how many this time
	 */
	public static int of(int n) {
		return Math.multiplyExact(n, FACTOR);
	}

}
