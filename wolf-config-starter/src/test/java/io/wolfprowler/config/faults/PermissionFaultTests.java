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
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import io.wolfprowler.config.testkit.Requires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What happens when rights are missing, which root never misses.
 */
@Tag("faults")
class PermissionFaultTests {

	@TestFactory
	Stream<DynamicTest> permissions() throws Exception {
		Requires.root();
		Map<String, String> failures = NobodyJvm.run("permissions.txt");
		return FaultFile.read("permissions.txt")
			.stream()
			.flatMap((script) -> List.of(Mode.values()).stream().map((mode) -> NobodyJvm.label(script, mode)))
			.map((label) -> dynamicTest(label, () -> assertThat(failures.get(label)).isEmpty()));
	}

}
