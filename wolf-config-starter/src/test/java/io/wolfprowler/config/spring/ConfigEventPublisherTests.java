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
import java.util.List;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConfigEventPublisher}.
 */
class ConfigEventPublisherTests {

	@TempDir
	Path directory;

	@Test
	void publishesEveryChangeAndThenTheVersion() throws Exception {
		try (LiveContext live = LiveContext.in(this.directory, Versions.class, Listeners.AnyEvent.class)) {
			Files.writeString(live.manager().configPath(), "web_port = 9090\nnode_name = \"other\"\n");

			live.manager().reload();

			assertThat(live.journal()).containsExactly("ConfigChangeEvent<WebServer>", "ConfigChangeEvent<Application>",
					"version 2 of wolf by RELOAD: 8080 -> 9090, 2 changes", "ConfigReloadedEvent<WolfConfig>");
		}
	}

	@Test
	void publishesAFullReloadOnceAndFirst() throws Exception {
		try (LiveContext live = LiveContext.in(this.directory, Listeners.AnyEvent.class)) {
			Files.writeString(live.manager().configPath(), """
					web_port = 1
					p2p_port = 2
					max_peers = 3
					discovery_interval_secs = 40
					heartbeat_interval_secs = 5
					node_name = "other"
					enable_logging = false
					log_level = "warn"
					save_state = false
					state_file = "other.json"
					[crypto]
					enable_metrics = false
					""");

			live.manager().reload();

			assertThat(live.journal()).hasSize(13)
				.startsWith("ConfigChangeEvent<FullReload>", "ConfigChangeEvent<WebServer>")
				.endsWith("ConfigChangeEvent<Crypto>", "ConfigReloadedEvent<WolfConfig>")
				.containsOnlyOnce("ConfigChangeEvent<FullReload>");
		}
	}

	@Test
	void publishesARefusalOnceWithItsProblems() throws Exception {
		try (LiveContext live = LiveContext.in(this.directory, Refusals.class)) {
			Files.writeString(live.manager().configPath(), "web_port = 70000\nmax_peers = 0\n");

			live.manager().reload();
			live.manager().reload();

			assertThat(live.journal()).containsExactly("wolf REJECTED 2 problems");
		}
	}

	@Test
	void publishesTheRefusalOfAnUpdate() {
		try (LiveContext live = LiveContext.in(this.directory, Refusals.class, Listeners.AnyChange.class)) {

			assertThatExceptionOfType(ConfigRejectedException.class).isThrownBy(() -> live.changePort(70000));

			assertThat(live.journal()).containsExactly("wolf REJECTED 1 problems");
		}
	}

	@Test
	void publishesNothingForTheFirstVersionAndForWhatDoesNotDiffer() throws Exception {
		try (LiveContext live = LiveContext.in(this.directory, Listeners.AnyEvent.class)) {
			Files.writeString(live.manager().configPath(), "# only a comment is new\nweb_port = 8080\n");

			assertThat(live.manager().reload().outcome()).isEqualTo(Outcome.UNCHANGED);

			assertThat(live.journal()).isEmpty();
		}
	}

	@Test
	void finishesAVersionBeforeThatOfAnUpdateByAListener() {
		try (LiveContext live = LiveContext.in(this.directory, LowersPeers.class, Listeners.AnyEvent.class)) {

			live.changePort(9090);
			live.manager().disableHotReload();

			assertThat(live.journal()).containsExactly("lowered true", "ConfigChangeEvent<WebServer>",
					"ConfigReloadedEvent<WolfConfig>", "ConfigChangeEvent<P2PNetwork>",
					"ConfigReloadedEvent<WolfConfig>");
			assertThat(live.manager().getSnapshot()).extracting("version", "cause").containsExactly(3L, Cause.UPDATE);
		}
	}

	@Test
	void publishesNothingToAContextThatIsClosed() {
		LiveContext live = LiveContext.in(this.directory, Listeners.AnyEvent.class);
		ConfigEventPublisher publisher = new ConfigEventPublisher(live.context(), "outlives");
		try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
			.file(live.manager().configPath())
			.observer(publisher)
			.build()) {
			live.close();
			List<String> before = live.journal();

			manager.updateConfig((config) -> config.with((edit) -> edit.webPort(9090)));

			assertThat(live.journal()).isEqualTo(before);
			assertThat(manager.status().failures()).isZero();
		}
	}

	@Test
	void publishesNothingMoreOnceAListenerHasClosedTheContext() {
		LiveContext live = LiveContext.in(this.directory, Closes.class, Listeners.AnyChange.class);

		live.update((config) -> config.webPort(9090).maxPeers(100));

		assertThat(live.journal()).containsExactly("closing");
		assertThat(live.manager().status().failures()).isZero();
		assertThat(live.context().isActive()).isFalse();
	}

	record Versions(Journal journal) {

		@Order(1)
		@EventListener
		void on(ConfigReloadedEvent<WolfConfig> event) {
			this.journal.add("version " + event.version() + " of " + event.manager() + " by " + event.cause() + ": "
					+ event.previous().webPort() + " -> " + event.getPayload().webPort() + ", " + event.changes().size()
					+ " changes");
		}

	}

	record Refusals(Journal journal) {

		@EventListener
		void on(ConfigRejectedEvent event) {
			this.journal.add(event.manager() + " " + event.result().outcome() + " " + event.result().problems().size()
					+ " problems");
		}

	}

	record LowersPeers(Journal journal, ObjectProvider<ConfigManager<WolfConfig>> manager) {

		@Order(1)
		@EventListener
		void on(ConfigChange.WebServer change) {
			boolean lowered = this.manager.getObject()
				.updateConfig((config) -> config.with((edit) -> edit.maxPeers(7)));
			this.journal.add("lowered " + lowered);
		}

	}

	record Closes(Journal journal, ConfigurableApplicationContext context) {

		@Order(1)
		@EventListener
		void on(ConfigChange.WebServer change) {
			this.journal.add("closing");
			this.context.close();
		}

	}

}
