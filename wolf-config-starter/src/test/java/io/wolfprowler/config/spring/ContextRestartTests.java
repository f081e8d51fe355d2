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

package io.wolfprowler.config.spring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts that come and go on one file.
 */
@Tag("faults")
class ContextRestartTests {

	@TempDir
	Path directory;

	@Test
	void followsTheFileAfterEveryRestart() {
		try (LiveContext live = LiveContext.in(this.directory, ContextRestartTests::follow)) {
			for (int port = 9000; port < 9003; port++) {
				live.context().restart();
				LiveContext.write(live.manager().configPath(), "web_port = " + port + "\n");

				awaitPort(live, port);
			}

			assertThat(live.manager().status().failures()).isZero();
		}
	}

	@Test
	void tellsOnlyTheContextThatIsOpen() {
		for (int round = 0; round < 3; round++) {
			LiveContext gone = LiveContext.in(this.directory, ContextRestartTests::follow);
			gone.close();
			try (LiveContext live = LiveContext.in(this.directory, ContextRestartTests::follow)) {
				LiveContext.write(live.manager().configPath(), "web_port = 9090\n");

				awaitPort(live, 9090);

				assertThat(live.journal()).containsExactly("WebServer");
				assertThat(gone.journal()).isEmpty();
				assertThat(gone.manager().getConfig().webPort()).isEqualTo(8080);
			}
		}
	}

	@Test
	void tellsEveryContextOfAnEditAndOfTheSaveOfAnother() throws Exception {
		try (LiveContext one = LiveContext.in(this.directory, ContextRestartTests::follow);
				LiveContext other = LiveContext.in(this.directory, ContextRestartTests::follow)) {
			LiveContext.write(one.manager().configPath(), "web_port = 9090\n");
			awaitPort(one, 9090);
			awaitPort(other, 9090);

			one.update((config) -> config.webPort(9191));
			one.manager().saveConfig();
			awaitPort(other, 9191);

			assertThat(Files.readString(other.manager().configPath())).isEqualTo("web_port = 9191\n");
			assertThat(one.journal()).isEqualTo(other.journal()).isEqualTo(List.of("WebServer", "WebServer"));
			assertThat(other.manager().status().unsaved()).isEmpty();
		}
	}

	private static void follow(GenericApplicationContext context) {
		context.registerBean(Listeners.Variant.class);
		context.registerBean(ConfigWatchLifecycle.class,
				() -> new ConfigWatchLifecycle(context.getBean(ContextConfigManagers.class), context, true));
	}

	// Then the listeners: they follow the snapshot.
	private static void awaitPort(LiveContext live, int port) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> live.manager().getConfig().webPort() == port);
		live.manager().disableHotReload();
		live.manager().enableHotReload();
	}

}
