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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What may happen to a file that is watched: the scripts of {@code faults/*.txt}, each
 * with events and by polling alone. They mostly wait, so several run at a time.
 * {@code -Dfaults.only=vim} runs those with a name that has this in it.
 */
@Tag("faults")
class FaultTests {

	private static final int AT_A_TIME = 12;

	private static ExecutorService executor;

	@TempDir
	private static Path directory;

	@BeforeAll
	static void open() {
		executor = Executors.newFixedThreadPool(AT_A_TIME);
	}

	@AfterAll
	static void close() {
		executor.shutdown();
	}

	@TestFactory
	List<DynamicTest> writers() {
		return tests("writers.txt");
	}

	@TestFactory
	List<DynamicTest> contents() {
		return tests("contents.txt");
	}

	@TestFactory
	List<DynamicTest> paths() {
		return tests("paths.txt");
	}

	@TestFactory
	List<DynamicTest> pauses() {
		return tests("pauses.txt");
	}

	@TestFactory
	List<DynamicTest> surroundings() {
		return tests("surroundings.txt");
	}

	private static List<DynamicTest> tests(String file) {
		List<DynamicTest> tests = new ArrayList<>();
		for (FaultCase script : FaultFile.read(file)) {
			for (Mode mode : Mode.values()) {
				if (mode.suits(script)
						&& script.name().contains(System.getProperty("faults.only", "").replace("_", " "))) {
					tests.add(test(script, mode));
				}
			}
		}
		return tests;
	}

	private static DynamicTest test(FaultCase script, Mode mode) {
		Future<?> run = executor.submit(() -> {
			FaultRun.run(script, mode, Files.createTempDirectory(directory, "case"));
			return true;
		});
		return dynamicTest(script.name() + " [" + mode + "]", () -> Futures.get(run));
	}

}
