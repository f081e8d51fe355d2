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
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.HashFunction;
import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.SealHeader;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WolfProwlerNode}: its file is edited while it runs.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "wolf.config.hot-reload.debounce=50ms", "wolf.config.hot-reload.poll-interval=1s" })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@Tag("filesystem")
class WolfProwlerNodeTests {

	@TempDir
	static Path directory;

	private static String original;

	@Autowired
	private ConfigManager<WolfConfig> manager;

	@Autowired
	private Heartbeat heartbeat;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void copyConfig(DynamicPropertyRegistry registry) throws IOException {
		original = Files.readString(Path.of("config.toml"))
			.replace("web_port = 8080", "web_port = 0")
			.replace("discovery_interval_secs = 30", "discovery_interval_secs = 86400")
			.replace("heartbeat_interval_secs = 10", "heartbeat_interval_secs = 3600")
			.replace("wolf_prowler_state.json", directory.resolve("state.json").toString());
		Path file = Files.writeString(directory.resolve("config.toml"), original);
		registry.add("wolf.config.path", file::toString);
	}

	@BeforeEach
	void restoreConfig() throws IOException {
		Files.writeString(this.manager.configPath(), original);
		this.manager.reload();
	}

	@Test
	void servesTheConfigurationInForce() throws IOException {
		long version = this.manager.getSnapshot().version();
		assertThat(get("/")).isEqualTo(Map.of("version", (int) version, "config", config("wolf-node-12345", "Blake3")));

		edit("wolf-node-12345", "grey", "Blake3", "Sha3_512");

		patiently().untilAsserted(() -> assertThat(get("/"))
			.isEqualTo(Map.of("version", (int) version + 1, "config", config("grey", "Sha3_512"))));
	}

	@Test
	void tellsItsListenersWhatChanged(CapturedOutput output) throws IOException {
		edit("web_port = 0", "web_port = 8081", "max_peers = 50", "max_peers = 60", "log_level = \"info\"",
				"log_level = \"debug\"", "\"Strict\"", "\"Basic\"");

		patiently().untilAsserted(
				() -> assertThat(output).contains("Web server: port 0 -> 8081", "P2P network: max_peers 50 -> 60",
						"Application: log_level info -> debug", "Crypto: crypto.memory_protection Strict -> Basic"));
		assertThat(output).doesNotContain("Full reload");
	}

	@Test
	void logsAtTheNewLevelAtOnce(CapturedOutput output) throws IOException {
		edit("log_level = \"info\"", "log_level = \"debug\"", "heartbeat_interval_secs = 3600",
				"heartbeat_interval_secs = 1");

		patiently().untilAsserted(() -> assertThat(output).containsPattern("Heartbeat \\d+ to \\d+ peers"));
	}

	@Test
	void beatsAtTheNewIntervalAtOnce() throws IOException {
		long before = this.heartbeat.beats();

		edit("heartbeat_interval_secs = 3600", "heartbeat_interval_secs = 1");

		patiently().until(() -> this.heartbeat.beats() > before);
	}

	@Test
	void disconnectsFromPeersThatAreTooMany() throws IOException {
		List.of("alpha", "beta", "gamma").forEach(this::connect);

		edit("max_peers = 50", "max_peers = 2");

		patiently().untilAsserted(() -> assertThat(peers()).containsExactly("alpha", "beta"));
		assertThatExceptionOfType(HttpClientErrorException.class).isThrownBy(() -> connect("delta"))
			.returns(HttpStatus.CONFLICT, HttpClientErrorException::getStatusCode);
	}

	@Test
	void changesNothingOnABrokenSave(CapturedOutput output) throws IOException {
		Map<String, Object> before = get("/");

		edit("max_peers = 50", "max_peers = 0", "node_name", "nodename");

		patiently().untilAsserted(
				() -> assertThat(output).contains("max_peers must be between 1 and 100000, found 0", "nodename"));
		assertThat(get("/")).isEqualTo(before);
		edit("max_peers = 50", "max_peers = 51");
		patiently().until(() -> this.manager.getConfig().maxPeers() == 51);
	}

	@Test
	void keepsTheVersionWhenItsStateCantBeSealed(CapturedOutput output) throws IOException {
		Map<String, Object> before = get("/");
		Path below = this.manager.configPath().resolve("state.json");

		edit(directory.resolve("state.json").toString(), below.toString(), "Blake3", "Sha256");

		patiently()
			.untilAsserted(() -> assertThat(output).containsPattern("Kept version \\d+; .*config.toml:\\d+:\\d+: "
					+ "state_file must be a file that the state can be sealed in, found \"" + below + "\""));
		assertThat(get("/")).isEqualTo(before);
		assertThat(get("/node")).extracting("state").extracting("hash_function").isEqualTo("Blake3");
	}

	@Test
	void takesTheWayToSealFromTheVersionInForce() throws IOException {
		edit("ChaCha20Poly1305", "Aes256Gcm");

		patiently().untilAsserted(
				() -> assertThat(get("/node")).extracting("state").extracting("cipher_suite").isEqualTo("Aes256Gcm"));
		assertThat(SealHeader.of(Files.readAllBytes(directory.resolve("state.json"))))
			.isEqualTo(new SealHeader(CipherSuite.Aes256Gcm, HashFunction.Blake3));
		assertThat(this.manager.status().pendingRestart()).containsExactly("crypto.cipher_suite");
	}

	private void edit(String... oldAndNew) throws IOException {
		String text = original;
		for (int i = 0; i < oldAndNew.length; i += 2) {
			assertThat(text).contains(oldAndNew[i]);
			text = text.replace(oldAndNew[i], oldAndNew[i + 1]);
		}
		Files.writeString(this.manager.configPath(), text);
	}

	private Map<String, Object> get(String path) {
		return client().get().uri(path).retrieve().body(new ParameterizedTypeReference<>() {
		});
	}

	private List<String> peers() {
		return client().get().uri("/peers").retrieve().body(new ParameterizedTypeReference<>() {
		});
	}

	private void connect(String peer) {
		client().put().uri("/peers/{peer}", peer).retrieve().toBodilessEntity();
	}

	private RestClient client() {
		return RestClient.create("http://localhost:" + this.port);
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
	}

	private static Map<String, Object> config(String nodeName, String hashFunction) {
		Map<String, Object> crypto = Map.of("enable_metrics", true, "enable_audit_logging", true,
				"performance_optimization", true, "cipher_suite", "ChaCha20Poly1305", "hash_function", hashFunction,
				"security_level", "Maximum", "memory_protection", "Strict");
		return Map.ofEntries(Map.entry("web_port", 0), Map.entry("p2p_port", 0), Map.entry("max_peers", 50),
				Map.entry("discovery_interval_secs", 86400), Map.entry("heartbeat_interval_secs", 3600),
				Map.entry("node_name", nodeName), Map.entry("enable_logging", true), Map.entry("log_level", "info"),
				Map.entry("save_state", true), Map.entry("state_file", directory.resolve("state.json").toString()),
				Map.entry("crypto", crypto));
	}

}
