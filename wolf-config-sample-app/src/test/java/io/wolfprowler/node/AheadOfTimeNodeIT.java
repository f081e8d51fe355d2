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

package io.wolfprowler.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the node, started in a process of its own with what was generated ahead of
 * time, follows its file.
 */
@Tag("filesystem")
class AheadOfTimeNodeIT {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int TERMINATED = 143;

	@TempDir
	private Path directory;

	private Process process;

	@AfterEach
	void killProcess() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

	@Test
	void theNodeThatWasProcessedAheadOfTimeFollowsItsFile() throws Exception {
		edit("node_name = \"first\"");
		start();
		within(60).untilAsserted(() -> assertThat(log()).containsPattern(PORT));
		RestClient client = client();

		assertThat(log()).contains("Starting AOT-processed WolfProwlerNode");
		assertThat(get(client, "/")).contains("\"version\":1,", "\"node_name\":\"first\"");
		edit("node_name = \"second\"\nheartbeat_interval_secs = 1\nlog_level = \"debug\"");
		within(20)
			.untilAsserted(() -> assertThat(get(client, "/")).contains("\"version\":2,", "\"node_name\":\"second\""));
		assertThat(get(client, "/actuator/wolfconfig")).contains("wolf");
		assertThat(get(client, "/actuator/health")).contains("\"wolfConfig\":{");
		within(20).untilAsserted(() -> assertThat(log()).contains("Heartbeat"));
		edit("max_peers = 0");
		within(20).untilAsserted(() -> assertThat(log()).contains("max_peers must be between 1 and 100000, found 0"));

		assertThat(get(client, "/")).contains("\"version\":2,");
		this.process.destroy();
		assertThat(this.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.process.exitValue()).isEqualTo(TERMINATED);
		assertThat(log()).doesNotContain("ERROR", "Exception");
	}

	private void start() throws IOException {
		this.process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dspring.aot.enabled=true", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				WolfProwlerNode.class.getName(), "--wolf.config.path=" + this.directory.resolve("config.toml"),
				"--wolf.config.hot-reload.debounce=50ms"))
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("output").toFile())
			.start();
	}

	private void edit(String lines) throws IOException {
		Path draft = Files.writeString(this.directory.resolve("draft"), """
				web_port = 0
				save_state = false
				%s
				""".formatted(lines));
		Files.move(draft, this.directory.resolve("config.toml"), StandardCopyOption.REPLACE_EXISTING);
	}

	private String log() throws IOException {
		return Files.readString(this.directory.resolve("output"));
	}

	private RestClient client() throws IOException {
		Matcher port = PORT.matcher(log());
		assertThat(port.find()).isTrue();
		return RestClient.create("http://localhost:" + port.group(1));
	}

	private static String get(RestClient client, String path) {
		return client.get().uri(path).retrieve().body(String.class);
	}

	private static ConditionFactory within(int seconds) {
		return Awaitility.await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
	}

}
