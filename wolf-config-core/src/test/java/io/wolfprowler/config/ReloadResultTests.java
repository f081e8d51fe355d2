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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReloadResult}.
 */
class ReloadResultTests {

	@Test
	void collectionsAreCopied() {
		List<ConfigChange> changes = new ArrayList<>(List.of(new ConfigChange.WebServer(1, 2)));
		List<Problem> problems = new ArrayList<>(List.of(Problem.invalid("a", "is wrong")));
		Set<String> keys = new HashSet<>(Set.of("a"));
		ReloadResult result = new ReloadResult(Outcome.APPLIED, 2, changes, problems, keys, Duration.ZERO);

		changes.clear();
		problems.clear();
		keys.clear();

		assertThat(result).isEqualTo(new ReloadResult(Outcome.APPLIED, 2, List.of(new ConfigChange.WebServer(1, 2)),
				List.of(Problem.invalid("a", "is wrong")), Set.of("a"), Duration.ZERO));
	}

}
