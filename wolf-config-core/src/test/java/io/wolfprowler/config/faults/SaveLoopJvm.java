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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.fixtures.ChildClassPath;
import io.wolfprowler.config.fixtures.ChildJvm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts a {@link SaveLoop} again and again, so it starts as fast as a JVM can: only with
 * the classes it needs, which an archive made by a first run holds ready to use.
 */
final class SaveLoopJvm {

	private static final List<String> NEEDED = List.of("classes", "test-classes", "tomlj", "commons-logging");

	private static final String[] FLAGS = { "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
			"-XX:-UsePerfData", "-XX:CompileThresholdScaling=5", "-Xlog:disable",
			"-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog" };

	private final ChildClassPath classPath;

	private final Path archive;

	/**
	 * Make the archive.
	 * @param directory an empty directory
	 */
	SaveLoopJvm(Path directory) throws IOException, InterruptedException {
		this.classPath = ChildClassPath.ofThisJvm()
			.only((entry) -> NEEDED.stream().anyMatch((name) -> entry.getFileName().toString().startsWith(name)))
			.packedIn(directory);
		this.archive = directory.resolve("classes.jsa");
		Path file = Files.writeString(directory.resolve("config.toml"), Ledger.TEXT);
		try (ChildJvm trained = launch(file, StartMode.LAST_GOOD, 1, 100)
			.flags("-XX:ArchiveClassesAtExit=" + this.archive)
			.output(ProcessBuilder.Redirect.DISCARD)
			.start()) {
			assertThat(trained.waitFor(Duration.ofMinutes(1))).isZero();
		}
	}

	/** Start one that runs until it is killed. */
	ChildJvm start(Path file, StartMode mode, long seed) throws IOException {
		return launch(file, mode, seed, Long.MAX_VALUE).flags("-XX:SharedArchiveFile=" + this.archive, "-Xshare:auto")
			.output(ProcessBuilder.Redirect.PIPE)
			.start();
	}

	private ChildJvm.Launch launch(Path file, StartMode mode, long seed, long entries) {
		return ChildJvm.of(SaveLoop.class, file, mode, seed, entries).classPath(this.classPath).flags(FLAGS);
	}

}
