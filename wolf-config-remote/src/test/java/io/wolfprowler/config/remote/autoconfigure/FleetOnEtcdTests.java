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
package io.wolfprowler.config.remote.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.remote.etcd.EtcdCluster;
import io.wolfprowler.config.remote.fleet.Fleet;
import io.wolfprowler.config.remote.fleet.FleetStatus;
import io.wolfprowler.config.remote.fleet.NodeReport;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spring.actuate.ConfigEndpoint;
import io.wolfprowler.config.wolf.WolfConfig;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link EtcdSourceAutoConfiguration}: several applications on one key.
 */
@Tag("filesystem")
@ExtendWith(QuietLog.class)
class FleetOnEtcdTests {

	@TempDir
	static Path data;

	private static EtcdCluster etcd;

	private static int keys;

	@TempDir
	private Path directory;

	private String key;

	private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

	@BeforeAll
	static void startEtcd() {
		etcd = new EtcdCluster(data, 1, "--unsafe-no-fsync");
	}

	@AfterAll
	static void stopEtcd() {
		if (etcd != null) {
			etcd.close();
		}
	}

	@BeforeEach
	void putConfig() {
		this.key = "/wolf/config-" + ++keys;
		etcd.put(this.key, "max_peers = 1\n");
	}

	@AfterEach
	void stopNodes() {
		this.nodes.forEach(ConfigurableApplicationContext::close);
	}

	@Test
	void allFollowOneKeyAndEachSaysWhatItHasMadeOfIt() throws Exception {
		Stream.of("n1", "n2", "n3").forEach((name) -> start(name));
		etcd.put(this.key, "max_peers = 2\n");
		await().untilAsserted(() -> assertThat(this.nodes).allMatch((node) -> maxPeers(node) == 2));
		await().untilAsserted(() -> assertThat(status().nodes()).extracting(NodeReport::node, NodeReport::version)
			.containsExactly(tuple("n1", 2L), tuple("n2", 2L), tuple("n3", 2L)));
		assertThat(status().stragglers()).isEmpty();

		manager(this.nodes.get(1)).addParticipant((transition) -> {
			throw new ConfigVetoException("max_peers", "is more than n2 can take");
		});
		etcd.put(this.key, "max_peers = 3\n");

		await().untilAsserted(() -> assertThat(status().stragglers()).containsExactly("n2"));
		assertThat(status().nodes().get(1)).satisfies((report) -> {
			assertThat(report.outcome()).isEqualTo(Outcome.VETOED);
			assertThat(report.problems())
				.containsExactly("etcd:" + this.key + ":1:13: max_peers is more than n2 can take");
		});
		assertThat(this.nodes.get(0).getBean(ConfigEndpoint.class).part("wolf", "fleet", null, null)).asString()
			.contains("stragglers=[n2]");
		assertThat(this.nodes.get(0).getBean(ConfigEndpoint.class).part("bear", "fleet", null, null)).isNull();
	}

	@Test
	void aNodeThatEndsIsNoPartOfTheFleet() throws Exception {
		start("n1");
		start("n2");
		await().untilAsserted(() -> assertThat(status().nodes()).hasSize(2));

		this.nodes.remove(1).close();

		assertThat(status().nodes()).extracting(NodeReport::node).containsExactly("n1");
	}

	@Test
	void aNodeSavesForAll() {
		start("n1");
		start("n2");

		manager(this.nodes.get(0)).updateConfig((config) -> config.with((c) -> c.maxPeers(9)));
		manager(this.nodes.get(0)).saveConfig();

		await().untilAsserted(() -> assertThat(maxPeers(this.nodes.get(1))).isEqualTo(9));
		await().untilAsserted(
				() -> assertThat(this.directory.resolve("n2/config.toml")).content().contains("max_peers = 9"));
	}

	@Test
	void theOthersTakeWhatTheCanaryHasTaken() {
		ConfigurableApplicationContext canary = start("canary", "wolf.config.fleet.rollout.enabled=true",
				"wolf.config.fleet.rollout.canary=true", "wolf.config.fleet.rollout.soak=1s");
		ConfigurableApplicationContext other = start("other", "wolf.config.fleet.rollout.enabled=true",
				"wolf.config.fleet.rollout.canary=false", "wolf.config.fleet.rollout.interval=200ms");
		manager(canary).addParticipant((transition) -> {
			if (transition.current().config().maxPeers() == 66) {
				throw new ConfigVetoException("max_peers", "is not for me");
			}
			return ConfigParticipant.Prepared.NOTHING;
		});

		etcd.put(this.key, "max_peers = 66\n");
		await().untilAsserted(
				() -> assertThat(manager(canary).status().lastReload().result().outcome()).isEqualTo(Outcome.VETOED));
		Awaitility.await().during(Duration.ofSeconds(1)).until(() -> maxPeers(other) == 1);

		etcd.put(this.key, "max_peers = 7\n");
		await().untilAsserted(() -> assertThat(maxPeers(canary)).isEqualTo(7));
		await().untilAsserted(() -> assertThat(maxPeers(other)).isEqualTo(7));
	}

	@Test
	void startsOnItsLastGoodVersionWhileEtcdIsDown() {
		start("n1", "wolf.config.start-mode=last-good").close();

		ConfigurableApplicationContext alone = start("n1", "wolf.config.start-mode=last-good",
				"wolf.config.etcd.endpoints=http://localhost:1");

		assertThat(maxPeers(alone)).isEqualTo(1);
		assertThatException().isThrownBy(() -> start("n2", "wolf.config.etcd.endpoints=http://localhost:1"))
			.withStackTraceContaining("localhost:1 refuses connections");
	}

	@Test
	void reportsNothingWhenTold() {
		ConfigurableApplicationContext node = start("n1", "wolf.config.fleet.enabled=false");

		assertThat(node.getBeansOfType(Fleet.class)).isEmpty();
		assertThat(node.getBeansOfType(ConfigSource.class)).hasSize(1);
	}

	private ConfigurableApplicationContext start(String name, String... more) {
		List<String> properties = new ArrayList<>(List.of("wolf.config.source=etcd",
				"wolf.config.etcd.endpoints=" + etcd.endpoints()[0], "wolf.config.etcd.key=" + this.key,
				"wolf.config.fleet.node=" + name, "wolf.config.fleet.prefix=/fleet" + this.key,
				"wolf.config.cache=" + this.directory.resolve(name).resolve("config.toml"),
				"management.endpoints.jmx.exposure.include=wolfconfig", "spring.jmx.enabled=true",
				"spring.jmx.unique-names=true", "management.endpoint.wolfconfig.access=read-only",
				"spring.main.banner-mode=off"));
		properties.addAll(List.of(more));
		ConfigurableApplicationContext node = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties(properties.toArray(String[]::new))
			.run();
		this.nodes.add(node);
		return node;
	}

	private FleetStatus status() throws Exception {
		return this.nodes.get(0).getBean(Fleet.class).status();
	}

	private static int maxPeers(ConfigurableApplicationContext node) {
		return manager(node).getConfig().maxPeers();
	}

	@SuppressWarnings("unchecked")
	private static ConfigManager<WolfConfig> manager(ConfigurableApplicationContext node) {
		return node.getBean(ConfigManager.class);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
