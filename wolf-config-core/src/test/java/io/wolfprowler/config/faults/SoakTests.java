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
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.Footprint;
import io.wolfprowler.config.fixtures.Scale;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What grows when something is done very often: nothing.
 */
@Tag("faults")
class SoakTests {

	private static final String LOG = ConfigManager.class.getName();

	private static final long HEAP_NOISE = 3 << 20;

	@TempDir
	private Path directory;

	private Path file;

	private ConfigManager<WolfConfig> manager;

	@BeforeEach
	void start() throws IOException {
		((Logger) LoggerFactory.getLogger(LOG)).setLevel(Level.WARN);
		this.file = Files.writeString(this.directory.resolve("config.toml"), text(0));
		this.manager = ConfigManager.builder(WolfConfig.class)
			.file(this.file)
			.watch((watch) -> watch.debounce(Duration.ofMillis(1)).maxWait(Duration.ofMillis(10)))
			.build();
	}

	@AfterEach
	void close() {
		this.manager.close();
		((Logger) LoggerFactory.getLogger(LOG)).setLevel(null);
	}

	@Test
	void reloadsForEverWithoutGrowing() {
		StubSource source = new StubSource(text(0));
		try (ConfigManager<WolfConfig> inMemory = ConfigManager.builder(WolfConfig.class)
			.source(source, this.file)
			.build()) {
			reloadOften("reloads", Scale.of(100_000), inMemory, source::put);
		}
	}

	@Test
	void reloadsAFileForEverWithoutGrowing() {
		reloadOften("reloads of a file", Scale.of(20_000), this.manager, this::write);
	}

	@Test
	void isSwitchedOnAndOffForEverWithoutGrowing() {
		measure("cycles of hot reload", Scale.of(1000), (i) -> {
			this.manager.enableHotReload();
			if (i % 100 == 0) {
				write(text(i));
				await().pollInterval(Duration.ofMillis(2)).until(() -> this.manager.getConfig().webPort() == port(i));
			}
			this.manager.disableHotReload();
		});
	}

	private static void reloadOften(String what, int count, ConfigManager<WolfConfig> manager, Consumer<String> store) {
		manager.addCallback((change) -> {
		});

		measure(what, count, (i) -> {
			store.accept(text(i));
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
		});

		assertThat(manager.getSnapshot().version()).isEqualTo(count + 1);
	}

	// The first tenth makes what is made once.
	private static void measure(String what, int count, IntConsumer action) {
		long start = System.nanoTime();
		for (int i = 1; i <= count / 10; i++) {
			action.accept(i);
		}
		Footprint before = Footprint.now();
		for (int i = count / 10 + 1; i <= count; i++) {
			action.accept(i);
		}
		Footprint growth = Footprint.now().since(before);
		System.out.printf("Soak: %,d %s in %d ms: %s%n", count, what, (System.nanoTime() - start) / 1_000_000, growth);
		assertThat(growth.heap()).isLessThan(HEAP_NOISE);
		assertThat(growth.threads()).isLessThanOrEqualTo(1);
		assertThat(growth.descriptors()).isLessThanOrEqualTo(2);
	}

	private void write(String text) {
		try {
			Files.writeString(this.file, text);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(int number) {
		return "# the node\nweb_port = " + port(number) + " # of the city\nmax_peers = 50\n\n[crypto]\n"
				+ "enable_metrics = true\n";
	}

	private static int port(int number) {
		return 1024 + number % 60_000;
	}

}
