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
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the actuator of the node, on a port of its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "management.endpoint.wolfconfig.access=unrestricted",
				"management.endpoint.wolfconfig.show-values=always", "wolf.config.hot-reload.enabled=false" })
@DirtiesContext
@Tag("filesystem")
class ActuatorTests {

	@TempDir
	static Path directory;

	private static String original;

	@Autowired
	private ConfigManager<WolfConfig> manager;

	@LocalManagementPort
	private int port;

	@DynamicPropertySource
	static void copyConfig(DynamicPropertyRegistry registry) throws IOException {
		original = Files.readString(Path.of("config.toml"))
			.replace("wolf_prowler_state.json", directory.resolve("state.json").toString());
		Path file = Files.writeString(directory.resolve("config.toml"), original);
		registry.add("wolf.config.path", file::toString);
	}

	@BeforeEach
	void restoreConfig() throws IOException {
		Files.writeString(this.manager.configPath(), original);
		this.manager.rollback(1);
		this.manager.reload();
	}

	@Test
	void listsTheManagersAndShowsOne() {
		assertThat(get("/wolfconfig").getBody()).contains("\"wolf\":{\"version\":", "\"sourceState\":\"IN_FORCE\"");
		assertThat(get("/wolfconfig/wolf").getBody()).contains("\"max_peers\":{\"value\":50,\"origin\":\"", ":5:13\"}");
		assertThat(get("/wolfconfig/wolf/history").getBody()).contains("\"cause\":\"START\"", "\"acceptedAt\":");
		assertThat(get("/wolfconfig/bear").getStatusCode()).isEqualTo(HttpStatusCode.valueOf(404));
	}

	@Test
	void changesAndSavesWhatIsInForce() throws IOException {
		long version = this.manager.getSnapshot().version();

		ResponseEntity<String> response = post("/wolfconfig/wolf/update", Map.of("toml",
				"max_peers = 77\ncrypto.enable_metrics = false", "expectedVersion", version, "save", true));

		assertThat(response.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(200));
		assertThat(response.getBody()).contains("\"result\":\"APPLIED\"");
		assertThat(this.manager.getConfig().maxPeers()).isEqualTo(77);
		assertThat(Files.readString(this.manager.configPath())).contains("max_peers = 77", "enable_metrics = false");
		assertThat(get("/wolfconfig/wolf/diff?from=" + version + "&to=" + (version + 1)).getBody())
			.contains("{\"key\":\"max_peers\",\"from\":50,\"to\":77}");
	}

	@Test
	void answersWithAStatusThatSaysWhatCameOfIt() {
		assertThat(post("/wolfconfig/wolf/update", Map.of("toml", "max_peers = 0")).getStatusCode())
			.isEqualTo(HttpStatusCode.valueOf(422));
		assertThat(post("/wolfconfig/wolf/update", Map.of("toml", "max_peers = 9", "expectedVersion", 999))
			.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(409));
		assertThat(post("/wolfconfig/wolf/update", Map.of()).getStatusCode()).isEqualTo(HttpStatusCode.valueOf(400));
		assertThat(post("/wolfconfig/wolf/dance", Map.of()).getStatusCode()).isEqualTo(HttpStatusCode.valueOf(404));
	}

	@Test
	void isStaleButNotOutOfServiceWhileTheFileIsRefused() throws IOException {
		Files.writeString(this.manager.configPath(), original.replace("max_peers = 50", "max_peers = 0"));
		assertThat(post("/wolfconfig/wolf/reload", Map.of()).getStatusCode()).isEqualTo(HttpStatusCode.valueOf(422));

		ResponseEntity<String> health = get("/health/wolfConfig");

		assertThat(health.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(200));
		assertThat(health.getBody()).contains("\"status\":\"STALE\"",
				"max_peers must be between 1 and 100000, found 0");
		assertThat(get("/health").getBody()).contains("\"status\":\"UP\"");
		assertThat(get("/metrics/wolf.config.last.reload.successful").getBody()).contains("\"value\":0.0");
	}

	private ResponseEntity<String> get(String path) {
		return client().get().uri(path).retrieve().onStatus((status) -> true, (request, response) -> {
		}).toEntity(String.class);
	}

	private ResponseEntity<String> post(String path, Map<String, ?> body) {
		return client().post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.onStatus((status) -> true, (request, response) -> {
			})
			.toEntity(String.class);
	}

	private RestClient client() {
		return RestClient.create("http://localhost:" + this.port + "/actuator");
	}

}
