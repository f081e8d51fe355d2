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

package io.wolfprowler.config.internal.engine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.fixtures.RecordingObserver;
import io.wolfprowler.config.wolf.WolfConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for hot reload from the file to the callback.
 */
@Tag("filesystem")
class HotReloadFileTests {

	private static final String TEXT = "# Wolf Prowler\nweb_port = 8080\nmax_peers = 50\nnode_name = \"wolf\"\n";

	private final RecordingCallback callback = new RecordingCallback();

	private final RecordingObserver<WolfConfig> observer = new RecordingObserver<>();

	@TempDir
	private Path directory;

	private Path file;

	private ConfigManager<WolfConfig> manager;

	@BeforeEach
	void start() throws IOException {
		this.file = Files.writeString(this.directory.resolve("config.toml"), TEXT);
		this.manager = ConfigManager.builder(WolfConfig.class)
			.file(this.file)
			.watch((watch) -> watch.debounce(Duration.ofMillis(20))
				.maxWait(Duration.ofSeconds(1))
				.pollInterval(Duration.ofMillis(500)))
			.observer(this.observer)
			.build();
		this.manager.addCallback(this.callback);
	}

	@AfterEach
	void close() {
		this.manager.close();
	}

	@Test
	void hotReloadEnableDisable() {
		assertThat(this.manager.isHotReloadEnabled()).isFalse();

		this.manager.enableHotReload();
		assertThat(this.manager.isHotReloadEnabled()).isTrue();
		assertThat(this.manager.status().hotReload()).isNotEqualTo(HotReloadMode.OFF);

		this.manager.disableHotReload();
		assertThat(this.manager.isHotReloadEnabled()).isFalse();
		assertThat(this.manager.status().hotReload()).isEqualTo(HotReloadMode.OFF);
	}

	@Test
	void hotReloadFileChange() throws IOException {
		this.manager.enableHotReload();

		Files.writeString(this.file, TEXT.replace("8080", "9090").replace("50", "100"));

		Awaitility.await()
			.untilAsserted(() -> assertThat(this.callback.changes()).containsExactly(
					new ConfigChange.WebServer(8080, 9090), new ConfigChange.P2PNetwork("max_peers", 50, 100)));
		assertThat(this.manager.getConfig().webPort()).isEqualTo(9090);
		assertThat(this.manager.getSnapshot().version()).isEqualTo(2);
	}

	@Test
	void outlivesABadSaveAndAnAbsentFile() throws IOException {
		this.manager.enableHotReload();
		Files.writeString(this.file, "web_port = ");
		Awaitility.await().until(() -> !this.observer.refusals().isEmpty());
		Files.delete(this.file);
		Awaitility.await().until(() -> this.manager.status().lastAttempt().result().outcome() == Outcome.UNAVAILABLE);
		assertThat(this.manager.getConfig().webPort()).isEqualTo(8080);

		replaceBy(TEXT.replace("8080", "9090"));

		Awaitility.await().until(() -> this.manager.getConfig().webPort() == 9090);
		assertThat(this.observer.versions()).containsExactly(2L);
	}

	@Test
	void tellsNobodyOfItsOwnSave() throws IOException {
		this.manager.enableHotReload();
		this.manager.updateConfig((config) -> config.with((c) -> c.webPort(9090)));
		this.manager.saveConfig();

		replaceBy(TEXT.replace("8080", "9090").replace("50", "100"));

		Awaitility.await().until(() -> this.manager.getConfig().maxPeers() == 100);
		Awaitility.await().until(() -> this.observer.versions().size() > 1);
		assertThat(this.observer.versions()).containsExactly(2L, 3L);
	}

	@Test
	void showsNoReaderAHalfWrittenFile() throws IOException {
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger torn = new AtomicInteger();
		Thread reader = new Thread(() -> {
			while (!done.get()) {
				WolfConfig config = this.manager.getConfig();
				if (config.webPort() != config.maxPeers() && config.webPort() != 8080) {
					torn.incrementAndGet();
				}
			}
		});
		reader.start();
		this.manager.enableHotReload();
		for (int i = 10_000; i < 10_200; i++) {
			Files.writeString(this.file, "web_port = " + i + "\n");
			Files.writeString(this.file, "web_port = " + i + "\nmax_peers = " + i + "\nnode_name = \"n\"\n");
		}

		Awaitility.await().until(() -> this.manager.getConfig().webPort() == 10_199);
		done.set(true);

		assertThat(this.manager.getConfig().maxPeers()).isEqualTo(10_199);
		assertThat(torn).hasValue(0);
	}

	private void replaceBy(String text) throws IOException {
		Path draft = Files.writeString(this.directory.resolve("draft"), text);
		Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

}
