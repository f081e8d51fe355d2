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

package io.wolfprowler.config.faults;

import java.util.List;
import java.util.stream.LongStream;

import io.wolfprowler.config.fixtures.Scale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Scripts that nobody has thought of. {@code -Dfaults.seed=4711} begins with the one that
 * a failure has named.
 */
@Tag("faults")
class RandomFaultTests {

	private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000_000);

	private static final FaultRuns runs = new FaultRuns();

	@AfterAll
	static void close() {
		runs.close("random faults, seeds from " + SEED);
	}

	@TestFactory
	List<DynamicTest> random() {
		return runs.tests(LongStream.range(SEED, SEED + Scale.of(60)).mapToObj(RandomScript::of).toList());
	}

}
