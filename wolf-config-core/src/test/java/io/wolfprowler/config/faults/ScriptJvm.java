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

import java.io.BufferedReader;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.ChildJvm;
import org.junit.jupiter.api.DynamicTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Runs scripts in a process of its own: that of a user without rights, or one that is
 * short of something.
 */
final class ScriptJvm {

	private static final String MARK = "fault: ";

	private static final int AT_A_TIME = 6;

	private ScriptJvm() {
	}

	/** Run the scripts of a file in such a process, and tell what came of each. */
	static Stream<DynamicTest> tests(String file, ChildJvm.Launch launch) throws Exception {
		Map<String, String> failures = failures(launch);
		return labels(file).stream()
			.map((label) -> dynamicTest(label, () -> assertThat(failures.get(label)).isEmpty()));
	}

	static ChildJvm.Launch launch(String file) {
		return ChildJvm.of(ScriptJvm.class, file);
	}

	private static Map<String, String> failures(ChildJvm.Launch launch) throws Exception {
		Map<String, String> failures = new LinkedHashMap<>();
		try (ChildJvm child = launch.output(ProcessBuilder.Redirect.PIPE).start();
				BufferedReader output = child.process().inputReader()) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				if (line.startsWith(MARK)) {
					String[] parts = line.substring(MARK.length()).split(": ", 2);
					failures.put(parts[0], parts[1].replace("\\n", "\n"));
				}
			}
			child.waitFor(Duration.ofSeconds(10));
		}
		return failures;
	}

	/** Run within the process. */
	public static void main(String[] arguments) {
		ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME);
		List<CompletableFuture<Void>> runs = new ArrayList<>();
		for (FaultCase script : FaultFile.read(arguments[0])) {
			modes(script).forEach((mode) -> runs.add(CompletableFuture.runAsync(() -> run(script, mode), executor)));
		}
		runs.forEach(CompletableFuture::join);
		System.exit(0);
	}

	private static void run(FaultCase script, Mode mode) {
		String failure = "";
		try {
			FaultRun.run(script, mode, Files.createTempDirectory("fault"));
		}
		catch (Exception | AssertionError ex) {
			failure = String.valueOf(ex.getMessage());
		}
		System.out.println(MARK + label(script, mode) + ": " + failure.replace("\n", "\\n"));
	}

	private static List<String> labels(String file) {
		return FaultFile.read(file)
			.stream()
			.flatMap((script) -> modes(script).map((mode) -> label(script, mode)))
			.toList();
	}

	private static Stream<Mode> modes(FaultCase script) {
		return Stream.of(Mode.values()).filter((mode) -> mode.suits(script));
	}

	private static String label(FaultCase script, Mode mode) {
		return (script.name() + " [" + mode + "]").replace(": ", ", ");
	}

}
