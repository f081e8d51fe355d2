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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link Problem}.
 */
class ProblemTests {

	@Test
	void isDescribedAsCompilersDo() {
		Problem problem = Problem.invalid("web_port", "must be between 0 and 65535, found 70000").at(3, 12);

		assertThat(problem.describe("config.toml"))
			.isEqualTo("config.toml:3:12: web_port must be between 0 and 65535, found 70000");
	}

	@Test
	void isDescribedWithoutPlaceWhereThereIsNone() {
		assertThat(new Problem(Problem.Stage.READ, null, 0, 0, "is empty").describe("config.toml"))
			.isEqualTo("config.toml: is empty");
	}

	@Test
	void placeIsAllThatDiffersInCopy() {
		Problem problem = new Problem(Problem.Stage.BIND, "a", 1, 2, "a is required");

		assertThat(problem.at(3, 4)).isEqualTo(new Problem(Problem.Stage.BIND, "a", 3, 4, "a is required"));
	}

	@Test
	void stageAndMessageAreNeeded() {
		assertThatNullPointerException().isThrownBy(() -> new Problem(null, "a", 0, 0, "m")).withMessage("stage");
		assertThatNullPointerException().isThrownBy(() -> new Problem(Problem.Stage.BIND, "a", 0, 0, null))
			.withMessage("message");
	}

	@Test
	void messageIsOneLine() {
		assertThat(Problem.invalid("name", "found \"a\n2026 WARN forged\u001B[31m\"").message())
			.isEqualTo("name found \"a\\u000A2026 WARN forged\\u001B[31m\"");
	}

}
