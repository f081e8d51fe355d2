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

import java.nio.file.Path;
import java.time.Duration;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WolfConfigTest} with several managers in a Spring Boot application.
 */
@WolfConfigTest
@WolfConfigTest(manager = "gateway", type = SeveralConfigsTests.GatewayConfig.class, location = "gateway.toml")
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = { "spring.main.lazy-initialization=true",
		"wolf.config.audit.file=target/never-written.jsonl", "wolf.config.audit.log=true" })
class SeveralConfigsTests {

	@Autowired
	private TestConfig<WolfConfig> node;

	@Autowired
	private TestConfig<GatewayConfig> gateway;

	@Autowired
	private ConfigManager<RouteConfig> routes;

	@Test
	void givesEachManagerItsText() {
		assertThat(this.node.get().webPort()).isEqualTo(8080);
		assertThat(this.gateway.get()).isEqualTo(new GatewayConfig(Duration.ofSeconds(7)));
		assertThat(this.gateway.source().text()).startsWith("# Beside the test.");
	}

	@Test
	void changesOneOfThem(TestConfig<GatewayConfig> parameter, @Autowired ConfigManager<GatewayConfig> manager) {
		parameter.edit("timeout = '8s'");

		assertThat(parameter).isSameAs(this.gateway);
		assertThat(manager.getConfig().timeout()).hasSeconds(8);
		assertThat(this.node.get().webPort()).isEqualTo(8080);
	}

	@Test
	void namesTheFileThatAProblemWouldBeIn() {
		assertThat(this.gateway.source().description()).isEqualTo("gateway.toml");
		assertThat(this.node.source().description()).isEqualTo("config.toml");
	}

	@Test
	void letsAManagerThatIsNotDeclaredReadACopyOfItsFile() {
		this.routes.updateConfig((config) -> new RouteConfig("/saved"));
		this.routes.saveConfig();

		assertThat(Path.of("src/test/resources/routes.toml")).hasContent("prefix = \"/api\"");
	}

	@Test
	void resetsAManagerThatIsNotDeclared() {
		assertThat(this.routes.getConfig()).isEqualTo(new RouteConfig("/api"));
		this.routes.updateConfig((config) -> new RouteConfig("/changed"));
	}

	record GatewayConfig(@Default("5s") Duration timeout) {
	}

	record RouteConfig(String prefix) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		ConfigManager<GatewayConfig> gateway(ConfigManagerFactory managers) {
			return managers.create("gateway", GatewayConfig.class, Path.of("/nowhere/gateway.toml"));
		}

		@Bean
		ConfigManager<RouteConfig> routes(ConfigManagerFactory managers) {
			return managers.create("routes", RouteConfig.class, Path.of("src/test/resources/routes.toml"));
		}

	}

}
