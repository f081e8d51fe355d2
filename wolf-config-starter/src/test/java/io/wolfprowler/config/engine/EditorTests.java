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

package io.wolfprowler.config.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Real editors on a file that is watched.
 */
@Tag("filesystem")
class EditorTests {

	private static final String TEXT = """
			# the node
			web_port = 8080
			max_peers = 50

			[crypto]
			enable_metrics = true
			""";

	@TempDir
	private Path directory;

	// A backup in the temporary directory would be skipped, and the file written in
	// place.
	@ParameterizedTest
	@ValueSource(strings = { "backupcopy=no writebackup", "backupcopy=yes", "backupcopy=auto backup", "nowritebackup" })
	void vimWritesAVersionThatIsAppliedOnce(String options) throws Exception {
		Path file = Files.writeString(this.directory.resolve("config.toml"), TEXT);
		Set<Long> versions = ConcurrentHashMap.newKeySet();
		try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
			.file(file)
			.debounce(Duration.ofMillis(100), Duration.ofSeconds(2))
			.build()) {
			manager.addCallback((change) -> versions.add(manager.getSnapshot().version()));
			manager.enableHotReload();

			vim("set backupskip= " + options, "%s/= 50/= 60/", file);

			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(versions).containsExactly(2L));
			assertThat(manager.getConfig().maxPeers()).isEqualTo(60);
			assertThat(manager.reload().version()).isEqualTo(2);
			assertThat(manager.status().lastRejection()).isNull();
		}
	}

	private static void vim(String setting, String edit, Path file) throws IOException, InterruptedException {
		Process process = start(new ProcessBuilder("vim", "-u", "NONE", "-i", "NONE", "-es", "-c", setting, "-c", edit,
				"-c", "wq", file.toString()));
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isZero();
	}

	private static Process start(ProcessBuilder builder) throws IOException {
		try {
			return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		}
		catch (IOException ex) {
			assumeTrue("true".equals(System.getenv("CI")), "vim is not installed");
			throw ex;
		}
	}

}
