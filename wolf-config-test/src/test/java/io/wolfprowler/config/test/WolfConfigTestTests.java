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

package io.wolfprowler.config.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.spring.ConfigRejectedEvent;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WolfConfigTest} in a context without auto-configuration.
 */
@WolfConfigTest("max_peers = 3 # a few")
@ContextConfiguration(classes = WolfConfigTestTests.Peers.class)
class WolfConfigTestTests {

	@Autowired
	private TestConfig<WolfConfig> config;

	@Autowired
	private ConfigManager<WolfConfig> manager;

	@Autowired
	private Environment environment;

	@Autowired
	private Peers peers;

	@AfterEach
	void forget() {
		this.peers.seen.clear();
	}

	@RepeatedTest(3)
	void startsFromTheDeclaredTextEachTime() {
		assertThat(this.config.get()).returns(3, WolfConfig::maxPeers).returns("wolf-node", WolfConfig::nodeName);
		this.peers.seen.clear();

		this.config.edit("max_peers = 7");
		this.manager.updateConfig((config) -> config.with((c) -> c.nodeName("changed")));

		assertThat(this.peers.seen).containsExactly("7 wolf-node", "7 changed");
	}

	@Test
	void tellsListenersBeforeItReturns() {
		for (int maxPeers = 10; maxPeers < 60; maxPeers++) {
			this.config.edit("max_peers = " + maxPeers);

			assertThat(this.peers.seen).endsWith(maxPeers + " wolf-node");
		}
	}

	@Test
	void tellsListenersOfARefusal() {
		assertThat(this.config.set("max_peers = 0").outcome()).isEqualTo(Outcome.REJECTED);

		assertThat(this.peers.seen).endsWith("refused");
		assertThat(this.config.get().maxPeers()).isEqualTo(3);
	}

	@Test
	void changesWhatTheApplicationHas(TestConfig<WolfConfig> parameter) {
		parameter.edit("max_peers = 9");

		assertThat(parameter).isSameAs(this.config);
		assertThat(this.config.manager()).isSameAs(this.manager);
		assertThat(this.manager.getConfig().maxPeers()).isEqualTo(9);
		assertThat(this.environment.getProperty("max_peers")).isEqualTo("9");
	}

	@Test
	void watchesNothingAndKeepsNothingOnTheDisk() {
		this.config.edit("max_peers = 9");
		this.manager.saveConfig();

		assertThat(this.manager.isHotReloadEnabled()).isFalse();
		assertThat(Path.of(".wolf-config")).doesNotExist();
		assertThat(Files.exists(this.manager.configPath())).isFalse();
	}

	@Nested
	class InANestedClass {

		@Test
		void startsFromTheDeclaredText(TestConfig<WolfConfig> config) {
			assertThat(config.source().text()).isEqualTo("max_peers = 3 # a few");
		}

	}

	@Nested
	@TestPropertySource(properties = "wolf.config.hot-reload.enabled=true")
	class WithPropertiesOfItsOwn {

		@Test
		void letsThemWin(@Autowired ConfigManager<WolfConfig> manager) {
			assertThat(manager.isHotReloadEnabled()).isTrue();
		}

	}

	static class Peers {

		final List<String> seen = new ArrayList<>();

		@EventListener
		void on(WolfConfig fresh) {
			this.seen.add(fresh.maxPeers() + " " + fresh.nodeName());
		}

		@EventListener
		void on(ConfigRejectedEvent event) {
			this.seen.add("refused");
		}

	}

}
