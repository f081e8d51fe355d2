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

package io.wolfprowler.config.internal.engine.apply;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigType;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import io.wolfprowler.config.spi.ChangeMapper;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

/**
 * Tests for {@link ChangeSet}: how differences are told.
 */
class ChangeSetTests {

	private final GatewayRig rig = new GatewayRig(
			GatewayRig.TEXT + "\n[[peers]]\nhost = \"a\"\n\n[labels]\nzone = \"x\"\n");

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void tellsSingleValuesWithoutAFullReload() {
		this.rig.manager.updateConfig((config) -> config.withTls(new Gateway.Tls(true, "1.2")));

		assertThat(this.rig.callback.changes()).containsExactly(GatewayRig.changed("tls.enabled", false, true),
				GatewayRig.changed("tls.version", "1.3", "1.2"));
	}

	@Test
	void tellsAFullReloadFirstWhenAnArrayOfTablesDiffers() {
		Gateway before = this.rig.manager.getConfig();

		this.rig.manager.updateConfig(
				(config) -> config.withPort(1).withPeers(List.of(new Gateway.Peer("a", 1), new Gateway.Peer("b", 2))));

		List<ConfigChange> changes = this.rig.callback.changes();
		assertThat(changes).first().isEqualTo(new ConfigChange.FullReload(before, this.rig.manager.getConfig()));
		assertThat(changes).contains(GatewayRig.changed("port", 8080, 1)).hasSizeGreaterThan(2);
		assertThat(changes).filteredOn(ConfigChange.FullReload.class::isInstance).hasSize(1);
	}

	@Test
	void tellsAFullReloadFirstWhenAMapDiffers() {
		Gateway before = this.rig.manager.getConfig();

		this.rig.manager.updateValues(Map.of("labels.rack", "7"));

		assertThat(this.rig.callback.changes()).containsExactly(
				new ConfigChange.FullReload(before, this.rig.manager.getConfig()),
				new ConfigChange.Property("labels.rack", null, "7", false));
	}

	@Test
	void tellsAFullReloadFirstWhenMoreThanTenValuesDiffer() {
		StubSource source = new StubSource("node_name = \"a\"\n");
		RecordingCallback callback = new RecordingCallback();
		try (ConfigManager<WolfConfig> manager = new ManagerBuilder<>(WolfConfig.class)
			.source(source, Path.of("config.toml"))
			.build()) {
			manager.addCallback(callback);
			source.put(tenOthers("a"));
			manager.reload();
			assertThat(callback.changes()).hasSize(10).doesNotHaveAnyElementsOfTypes(ConfigChange.FullReload.class);

			source.put("node_name = \"b\"\n");
			ReloadResult result = manager.reload();

			assertThat(result.changes()).hasSize(12).first().isInstanceOf(ConfigChange.FullReload.class);
		}
	}

	@Test
	void tellsAWolfConfigInItsOwnVariants() {
		StubSource source = new StubSource("web_port = 8080\n");
		RecordingCallback callback = new RecordingCallback();
		try (ConfigManager<WolfConfig> manager = new ManagerBuilder<>(WolfConfig.class)
			.source(source, Path.of("config.toml"))
			.build()) {
			manager.addCallback(callback);

			manager.updateConfig((config) -> config.with((c) -> c.webPort(9090).maxPeers(100).logLevel("debug")));

			assertThat(callback.changes()).containsExactly(new ConfigChange.WebServer(8080, 9090),
					new ConfigChange.P2PNetwork("max_peers", 50, 100),
					new ConfigChange.Application("log_level", "info", "debug"));
		}
	}

	private static String tenOthers(String name) {
		return """
				web_port = 1
				p2p_port = 2
				max_peers = 3
				discovery_interval_secs = 50
				heartbeat_interval_secs = 5
				node_name = "%s"
				enable_logging = false
				log_level = "warn"
				save_state = false
				state_file = "other.json"
				crypto.enable_metrics = false
				""".formatted(name);
	}

	@Test
	void tellsAChangeAsItWasFoundWhenItsMapperThrows() {
		StubSource source = new StubSource("number = 1");
		RecordingCallback callback = new RecordingCallback();
		try (ConfigManager<Badly> manager = new ManagerBuilder<>(Badly.class).source(source, Path.of("config.toml"))
			.build()) {
			manager.addCallback(callback);
			source.put("number = 2");

			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
		}

		assertThat(callback.changes()).containsExactly(new ConfigChange.Property("number", 1, 2, false));
	}

	@ParameterizedTest
	@MethodSource
	void publishesASecretChangeAsItWasFoundWhenItsMapper(ChangeMapper mapper) {
		assertThat(pinChangedFrom1To2(mapper)).isEqualTo(new ConfigChange.Property("pin", 1, 2, true));
	}

	static Stream<Named<ChangeMapper>> publishesASecretChangeAsItWasFoundWhenItsMapper() {
		return Stream.of(named("shows it", (change) -> new ConfigChange.Application(change.key(), 1, 2)),
				named("gives it another key", (change) -> new ConfigChange.Crypto(change.key(), 1, 2, true)),
				named("makes it the whole", (change) -> new ConfigChange.FullReload(1, 2)),
				named("returns nothing", (change) -> null), named("throws", new Failing()));
	}

	@Test
	void publishesASecretChangeInTheVariantThatKeepsItSecret() {
		assertThat(pinChangedFrom1To2((change) -> new ConfigChange.Application(change.key(), 1, 2, change.secret())))
			.isEqualTo(new ConfigChange.Application("pin", 1, 2, true));
	}

	private static ConfigChange pinChangedFrom1To2(ChangeMapper mapper) {
		Schema<Locked> schema = Schema.of(Locked.class);
		return new ChangeSet(schema, mapper).changes(schema.compare(new Locked(1), new Locked(2))).get(0);
	}

	record Locked(@Secret int pin) {

	}

	@ConfigType(changes = Failing.class)
	record Badly(int number) {

	}

	static class Failing implements ChangeMapper {

		@Override
		public ConfigChange map(ConfigChange.Property change) {
			throw new IllegalStateException("no idea");
		}

	}

}
