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

package io.wolfprowler.config.internal.engine.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.internal.engine.apply.StoppedChange.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process that is killed in the middle of a change leaves behind: the file is in
 * force after the next start, and where the file can't be used, a version that was
 * accepted by everyone.
 */
@Tag("faults")
class KilledChangeTests {

	private static final Settings FIRST = new Settings("first", 1);

	private static final Settings SECOND = new Settings("second", 2);

	private static final String[] FLAGS = { "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
			"-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
			"-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog" };

	@TempDir
	private Path directory;

	@ParameterizedTest(name = "{0}, killed at {1}")
	@CsvSource({ "reload, 2p, first", "reload, 1r, first", "reload, 1c, second", "reload, callback, second",
			"update, 2p, first", "update, 2c, second" })
	void leavesNothingHalfApplied(String way, String where, String accepted) throws Exception {
		Path file = Files.writeString(this.directory.resolve("config.toml"), StoppedChange.TEXT);

		kill(file, way, where);

		String text = Files.readString(file);
		assertThat(text).isEqualTo(way.equals("reload") ? StoppedChange.NEXT : StoppedChange.TEXT);
		Files.writeString(file, "port = ");
		try (ConfigManager<Settings> restarted = StoppedChange.managerOf(file)) {
			assertThat(restarted.getConfig()).isEqualTo(accepted.equals("first") ? FIRST : SECOND);
		}
		Files.writeString(file, text);
		try (ConfigManager<Settings> restarted = StoppedChange.managerOf(file)) {
			assertThat(restarted.getConfig()).isEqualTo(way.equals("reload") ? SECOND : FIRST);
			assertThat(restarted.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(restarted.status().unsaved()).isEmpty();
		}
	}

	private static void kill(Path file, String way, String where) throws IOException {
		try (ChildJvm child = ChildJvm.of(StoppedChange.class, file, way, where)
			.flags(FLAGS)
			.output(ProcessBuilder.Redirect.PIPE)
			.start()) {
			assertThat(child.process().inputReader().readLine()).isEqualTo("reached");
			child.kill();
		}
	}

}
