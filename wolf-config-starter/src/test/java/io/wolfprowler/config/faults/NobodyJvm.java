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
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.wolfprowler.config.testkit.ChildJvm;

/**
 * Runs scripts in a process of a user without rights.
 */
final class NobodyJvm {

	private static final String MARK = "fault: ";

	private NobodyJvm() {
	}

	/**
	 * Run the scripts of a file; return what was wrong with each, by its name and mode.
	 */
	static Map<String, String> run(String file) throws Exception {
		Map<String, String> failures = new LinkedHashMap<>();
		try (ChildJvm child = ChildJvm.of(NobodyJvm.class, file)
			.asNobody()
			.output(ProcessBuilder.Redirect.PIPE)
			.start(); BufferedReader output = child.process().inputReader()) {
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

	/** Run in the process. */
	public static void main(String[] arguments) {
		ExecutorService executor = Executors.newFixedThreadPool(6);
		List<CompletableFuture<Void>> runs = FaultFile.read(arguments[0])
			.stream()
			.flatMap((script) -> List.of(Mode.values())
				.stream()
				.map((mode) -> CompletableFuture.runAsync(() -> run(script, mode), executor)))
			.toList();
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

	static String label(FaultCase script, Mode mode) {
		return (script.name() + " [" + mode + "]").replace(": ", ", ");
	}

}
