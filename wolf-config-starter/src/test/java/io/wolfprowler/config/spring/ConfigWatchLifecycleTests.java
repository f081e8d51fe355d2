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
import java.util.HashSet;
import java.util.Set;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigWatchLifecycle}.
 */
@Tag("filesystem")
class ConfigWatchLifecycleTests {

	@TempDir
	Path directory;

	@Test
	void startsLastAndStopsFirst() {
		try (LiveContext live = context(true)) {

			assertThat(lifecycle(live).getPhase()).isEqualTo(SmartLifecycle.DEFAULT_PHASE);
			assertThat(lifecycle(live).isAutoStartup()).isTrue();
		}
	}

	@Test
	void watchesWhileTheContextRuns() {
		try (LiveContext live = context(true)) {
			for (int round = 0; round < 3; round++) {
				assertThat(live.manager().isHotReloadEnabled()).isTrue();

				live.context().stop();
				assertThat(live.manager().isHotReloadEnabled()).isFalse();

				live.context().start();
			}
			live.close();

			assertThat(live.manager().isHotReloadEnabled()).isFalse();
		}
	}

	@Test
	void looksAtTheSourceWithEachStart() throws Exception {
		try (LiveContext live = context(true)) {
			live.context().stop();
			Files.writeString(live.manager().configPath(), "web_port = 9090\n");

			live.context().start();

			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> live.manager().getConfig().webPort() == 9090);
		}
	}

	@Test
	void startsAndStopsAnyNumberOfTimesInARow() {
		try (LiveContext live = context(true)) {
			ConfigWatchLifecycle lifecycle = lifecycle(live);

			lifecycle.start();
			lifecycle.stop();
			lifecycle.stop();
			assertThat(lifecycle.isRunning()).isFalse();

			lifecycle.start();
			lifecycle.start();

			assertThat(lifecycle.isRunning()).isTrue();
			assertThat(live.manager().isHotReloadEnabled()).isTrue();
		}
	}

	@Test
	void leavesAloneWhatSomebodyHasDisabled() {
		try (LiveContext live = context(true)) {
			live.manager().disableHotReload();

			for (int round = 0; round < 2; round++) {
				live.context().stop();
				live.context().start();

				assertThat(live.manager().isHotReloadEnabled()).isFalse();
			}

			live.manager().enableHotReload();
			live.context().stop();
			live.context().start();
			assertThat(live.manager().isHotReloadEnabled()).isTrue();
		}
	}

	@Test
	void watchesNothingUnasked() {
		try (LiveContext live = context(false)) {
			assertThat(live.manager().isHotReloadEnabled()).isFalse();
			assertThat(create(live, "late").isHotReloadEnabled()).isFalse();
			assertThat(lifecycle(live).isRunning()).isTrue();
		}
	}

	@Test
	void goesOnWithWhatSomebodyHasEnabled() {
		try (LiveContext live = context(false)) {
			live.manager().enableHotReload();

			live.context().stop();
			assertThat(live.manager().isHotReloadEnabled()).isFalse();

			live.context().start();
			assertThat(live.manager().isHotReloadEnabled()).isTrue();
		}
	}

	@Test
	void watchesNewcomersWhileItRuns() {
		try (LiveContext live = context(true)) {
			assertThat(create(live, "during").isHotReloadEnabled()).isTrue();

			live.context().stop();
			ConfigManager<WolfConfig> meanwhile = create(live, "meanwhile");
			assertThat(meanwhile.isHotReloadEnabled()).isFalse();

			live.context().start();
			assertThat(meanwhile.isHotReloadEnabled()).isTrue();
		}
	}

	@Test
	void contextsDoNotDisturbEachOther() {
		try (LiveContext one = context(true); LiveContext other = context(true)) {
			one.close();

			assertThat(other.manager().isHotReloadEnabled()).isTrue();
			assertThat(other.changePort(9090)).containsExactly("WebServer");
			assertThat(one.journal()).isEmpty();
		}
	}

	@Test
	void leavesNoThreadBehind() {
		Set<Thread> before = threads();
		LiveContext live = context(true);
		live.changePort(9090);
		assertThat(threads()).filteredOn((thread) -> !before.contains(thread)).isNotEmpty();

		live.close();

		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(before).containsAll(threads()));
	}

	private LiveContext context(boolean hotReload) {
		return LiveContext.in(this.directory, (context) -> {
			context.registerBean(Listeners.Variant.class);
			context.registerBean(ConfigWatchLifecycle.class,
					() -> new ConfigWatchLifecycle(context.getBean(ContextConfigManagers.class), context, hotReload));
		});
	}

	private static ConfigWatchLifecycle lifecycle(LiveContext live) {
		return live.context().getBean(ConfigWatchLifecycle.class);
	}

	private static ConfigManager<WolfConfig> create(LiveContext live, String name) {
		return live.context()
			.getBean(ContextConfigManagers.class)
			.create(name, WolfConfig.class, live.manager().configPath());
	}

	private static Set<Thread> threads() {
		Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> !thread.getName().startsWith("wolf-config"));
		return threads;
	}

}
