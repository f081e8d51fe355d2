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

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a test needs of its machine. Without it the test is skipped, but not in CI: there
 * it fails.
 */
@NullMarked
public final class Requires {

	private Requires() {
	}

	/**
	 * Needs something.
	 * @param holds whether it is there
	 * @param need what is needed
	 */
	public static void that(boolean holds, String need) {
		if ("true".equals(System.getenv("CI"))) {
			assertThat(holds).as("CI must have what this test needs: " + need).isTrue();
		}
		assumeTrue(holds, () -> "needs " + need);
	}

	/**
	 * Needs the rights of root, such as to mount file systems or to run as another user.
	 */
	public static void root() {
		that("root".equals(System.getProperty("user.name")), "to be run by root");
	}

}
