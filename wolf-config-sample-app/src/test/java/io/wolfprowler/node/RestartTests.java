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

import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.HashFunction;
import io.wolfprowler.node.seal.SealHeader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the node remembers its peers from one run to the next, also when the way its
 * state is sealed was edited in between.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("filesystem")
class RestartTests {

	@TempDir
	private Path directory;

	@Test
	void remembersItsPeersWhoseStateWasSealedAnew(CapturedOutput output) throws IOException {
		Path config = write("Aes128Gcm", "Blake3");
		try (ConfigurableApplicationContext first = start(config)) {
			connect(first, "alpha");
			write("Aes256Gcm", "Sha3_512");
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.pollInterval(Duration.ofMillis(50))
				.until(this::header, new SealHeader(CipherSuite.Aes256Gcm, HashFunction.Sha3_512)::equals);
			connect(first, "beta");
		}
		write("ChaCha20Poly1305", "Sha256");

		try (ConfigurableApplicationContext second = start(config)) {
			assertThat(
					client(second).get().uri("/peers").retrieve().body(new ParameterizedTypeReference<List<String>>() {
					}))
				.containsExactly("alpha", "beta");
			assertThat(header()).isEqualTo(new SealHeader(CipherSuite.ChaCha20Poly1305, HashFunction.Sha256));
			assertThat(node(second)).containsEntry("peers", 2)
				.containsEntry("security_level", "Maximum")
				.containsEntry("operations", Map.of("sealed", 1, "opened", 1, "refused", 0));
		}

		assertThat(output).contains("sealed with Aes256Gcm and Sha3_512; before, in ", "Restored 2 peers from ")
			.doesNotContain("ERROR", "not everywhere");
	}

	private Path write(String suite, String hash) throws IOException {
		return Files.writeString(this.directory.resolve("config.toml"), """
				web_port = 0
				state_file = "%s"

				[crypto]
				cipher_suite = "%s"
				hash_function = "%s"
				""".formatted(this.directory.resolve("state.json"), suite, hash));
	}

	private static ConfigurableApplicationContext start(Path config) {
		return SpringApplication.run(WolfProwlerNode.class, "--wolf.config.path=" + config,
				"--wolf.config.hot-reload.debounce=50ms");
	}

	private SealHeader header() throws IOException {
		return SealHeader.of(Files.readAllBytes(this.directory.resolve("state.json")));
	}

	private static void connect(ConfigurableApplicationContext node, String peer) {
		client(node).put().uri("/peers/{peer}", peer).retrieve().toBodilessEntity();
	}

	private static Map<String, Object> node(ConfigurableApplicationContext node) {
		return client(node).get().uri("/node").retrieve().body(new ParameterizedTypeReference<>() {
		});
	}

	private static RestClient client(ConfigurableApplicationContext node) {
		return RestClient.create("http://localhost:" + node.getEnvironment().getProperty("local.server.port"));
	}

}
