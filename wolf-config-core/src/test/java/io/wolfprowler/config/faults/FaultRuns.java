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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.Requires;
import org.junit.jupiter.api.DynamicTest;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Runs scripts, each with events and by polling alone. They mostly wait, so several run
 * at a time. {@code -Dfaults.only=vim} runs those with a name that has this in it.
 */
final class FaultRuns {

	private static final int AT_A_TIME = 12;

	private static final String ONLY = System.getProperty("faults.only", "");

	private final ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME);

	private final Path directory;

	private final AtomicInteger scripts = new AtomicInteger();

	private final AtomicInteger runs = new AtomicInteger();

	FaultRuns() {
		try {
			this.directory = Files.createTempDirectory("faults");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<DynamicTest> tests(List<FaultCase> cases) {
		List<DynamicTest> tests = new ArrayList<>();
		for (FaultCase script : cases) {
			if (script.name().contains(ONLY)) {
				this.scripts.incrementAndGet();
				Stream.of(Mode.values())
					.filter((mode) -> mode.suits(script))
					.map((mode) -> test(script, mode))
					.forEach(tests::add);
			}
		}
		return tests;
	}

	private DynamicTest test(FaultCase script, Mode mode) {
		Future<?> run = isPossible(script) ? this.executor.submit(() -> {
			FaultRun.run(script, mode, Files.createTempDirectory(this.directory, "run"));
			this.runs.incrementAndGet();
			return true;
		}) : null;
		return dynamicTest(script.name() + " [" + mode + "]", () -> {
			Requires.that(run != null, script.option("program", "") + script.option("needs", ""));
			Futures.get(run);
		});
	}

	private static boolean isPossible(FaultCase script) {
		return (!script.hasOption("program") || isInstalled(script.option("program", "")))
				&& (!script.hasOption("needs") || "root".equals(System.getProperty("user.name")));
	}

	private static boolean isInstalled(String program) {
		return Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, program)));
	}

	/** Say what was done. */
	void close(String what) {
		this.executor.shutdown();
		try {
			FileTrees.delete(this.directory);
		}
		catch (IOException ex) {
			System.out.println("Left behind " + this.directory + ": " + ex);
		}
		System.out.println(what + ": " + this.scripts + " scripts, " + this.runs + " runs held, none torn in "
				+ Hammer.reads.getAndSet(0) + " reads");
	}

}
