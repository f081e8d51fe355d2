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
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the directory of the history on a disk that fails.
 */
@Tag("faults")
@ExtendWith(OutputCapture.class)
class HistoryFaultTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "IMMUTABLE")
	void losesNoReloadAndCatchesUp(DiskFault fault, CapturedOutput output) throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"), "max_peers = 1\n");
		Path history = Files.createDirectory(this.directory.resolve("history"));
		try (Mount mount = fault.mount(history)) {
			try (ConfigManager<WolfConfig> manager = manager(file, history)) {
				apply(manager, 2);
			}
			fault.strike(mount, history);
			try (ConfigManager<WolfConfig> manager = manager(file, history)) {
				apply(manager, 3);
				apply(manager, 4);
				assertThat(manager.rollback(1).outcome()).isEqualTo(Outcome.APPLIED);
			}
			assertThat(output).containsOnlyOnce("Cannot keep all accepted versions in " + history);
			fault.mend(mount, history);
			try (ConfigManager<WolfConfig> manager = manager(file, history)) {
				apply(manager, 5);
				assertThat(manager.inspect().history().get(0).version()).isEqualTo(4);
			}
			assertThat(versions(history)).isEqualTo(4);
		}
	}

	private static ConfigManager<WolfConfig> manager(Path file, Path history) {
		return ConfigManager.builder(WolfConfig.class)
			.file(file)
			.history((options) -> options.directory(history))
			.build();
	}

	private static void apply(ConfigManager<WolfConfig> manager, int peers) throws IOException {
		Files.writeString(manager.configPath(), "max_peers = " + peers + "\n");
		assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
	}

	private static long versions(Path history) throws IOException {
		try (Stream<Path> files = Files.list(history)) {
			return files.filter((file) -> file.getFileName().toString().startsWith("wolf-config.toml.0")).count();
		}
	}

}
