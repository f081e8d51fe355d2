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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HistoryController}, {@link SettingsController} and {@link Readiness}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wolf.config.probe.interval=200ms")
@DirtiesContext
@Tag("filesystem")
class OperationsTests {

	@TempDir
	static Path directory;

	private static String original;

	@Autowired
	private ConfigManager<WolfConfig> manager;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void copyConfig(DynamicPropertyRegistry registry) throws IOException {
		original = Files.readString(Path.of("config.toml"))
			.replace("wolf_prowler_state.json", directory.resolve("state.json").toString());
		Path file = Files.writeString(directory.resolve("config.toml"), original);
		registry.add("wolf.config.path", file::toString);
		registry.add("wolf.config.audit.file", () -> directory.resolve("audit.jsonl").toString());
	}

	@BeforeEach
	void restoreConfig() throws IOException {
		Files.writeString(this.manager.configPath(), original);
		this.manager.reload();
	}

	@Test
	void makesOneVersionAndOneSaveOfRequestsThatComeTogether() throws IOException {
		long version = this.manager.getSnapshot().version();

		List<CompletableFuture<Map<String, Object>>> requests = Stream.of("max_peers", "discovery_interval_secs")
			.map((key) -> CompletableFuture.supplyAsync(() -> change(Map.of(key, 77))))
			.toList();

		assertThat(requests).extracting(CompletableFuture::join)
			.containsOnly(Map.of("changed", true, "version", (int) version + 1));
		assertThat(this.manager.configPath()).content()
			.contains("max_peers = 77", "discovery_interval_secs = 77", "# ");
	}

	@Test
	void refusesASettingThatIsNotValid() {
		assertThatExceptionOfType(HttpClientErrorException.class).isThrownBy(() -> change(Map.of("max_peers", 0)))
			.returns(HttpStatus.UNPROCESSABLE_CONTENT, HttpClientErrorException::getStatusCode)
			.withMessageContaining("max_peers must be between 1 and 100000, found 0");
	}

	@Test
	void tellsWhatDiffersAndReturnsToAVersion() {
		long before = this.manager.getSnapshot().version();
		change(Map.of("max_peers", 88));

		assertThat(list("/history")).first()
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("version", (int) before + 1)
			.containsEntry("cause", "UPDATE");
		assertThat(list("/history/diff?from=" + before + "&to=" + (before + 1)))
			.containsExactly(Map.of("key", "max_peers", "old_value", 50, "new_value", 88, "secret", false));
		Map<String, Object> result = client().post()
			.uri("/history/{version}/rollback", before)
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
		assertThat(result).isEqualTo(Map.of("outcome", "APPLIED", "version", (int) before + 2, "problems", List.of()));
		assertThat(this.manager.configPath()).hasContent(original);
		assertThatExceptionOfType(HttpClientErrorException.class)
			.isThrownBy(() -> client().post().uri("/history/999/rollback").retrieve().toBodilessEntity())
			.returns(HttpStatus.UNPROCESSABLE_CONTENT, HttpClientErrorException::getStatusCode);
	}

	@Test
	void takesAVersionBackThatTakesTheNodeOutOfService() {
		change(Map.of("max_peers", 99));
		readiness("REFUSING_TRAFFIC");
		try {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(this.manager.getSnapshot().cause()).isEqualTo(Cause.AUTO_ROLLBACK));
		}
		finally {
			readiness("ACCEPTING_TRAFFIC");
		}

		assertThat(this.manager.getConfig().maxPeers()).isNotEqualTo(99);
		assertThat(directory.resolve("audit.jsonl")).content()
			.contains("\"cause\":\"AUTO_ROLLBACK\"", "\"actor\":\"" + Readiness.class.getName() + "\"");
	}

	private Map<String, Object> change(Map<String, Object> values) {
		return client().patch()
			.uri("/settings")
			.contentType(MediaType.APPLICATION_JSON)
			.body(values)
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
	}

	private void readiness(String state) {
		client().put().uri("/readiness/{state}", state).retrieve().toBodilessEntity();
	}

	private List<Object> list(String path) {
		return client().get().uri(path).retrieve().body(new ParameterizedTypeReference<>() {
		});
	}

	private RestClient client() {
		return RestClient.create("http://localhost:" + this.port);
	}

}
