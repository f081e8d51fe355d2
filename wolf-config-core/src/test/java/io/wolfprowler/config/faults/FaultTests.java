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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What may happen to a file that is watched: the scripts of {@code faults/*.txt}.
 */
@Tag("faults")
class FaultTests {

	private static final FaultRuns runs = new FaultRuns();

	@AfterAll
	static void close() {
		runs.close("faults");
	}

	/** What editors and tools do, call by call. */
	@TestFactory
	List<DynamicTest> writers() {
		return runs.tests(FaultFile.read("writers.txt"));
	}

	/** Editors and tools themselves. */
	@TestFactory
	List<DynamicTest> editors() {
		return runs.tests(FaultFile.read("editors.txt"));
	}

	/** What is in the file. */
	@TestFactory
	List<DynamicTest> contents() {
		return runs.tests(FaultFile.read("contents.txt"));
	}

	/** Where the file is, or what is there in its place. */
	@TestFactory
	List<DynamicTest> paths() {
		return runs.tests(FaultFile.read("paths.txt"));
	}

	/** Writers that pause in the middle. */
	@TestFactory
	List<DynamicTest> pauses() {
		return runs.tests(FaultFile.read("pauses.txt"));
	}

	/** What happens around the file. */
	@TestFactory
	List<DynamicTest> surroundings() {
		return runs.tests(FaultFile.read("surroundings.txt"));
	}

}
