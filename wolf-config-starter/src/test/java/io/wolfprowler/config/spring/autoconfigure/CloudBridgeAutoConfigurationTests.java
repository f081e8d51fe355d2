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

package io.wolfprowler.config.spring.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wolfprowler.config.ConfigManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CloudBridgeAutoConfiguration}.
 */
class CloudBridgeAutoConfigurationTests {

	@TempDir
	Path directory;

	private ApplicationContextRunner context;

	@BeforeEach
	void writeFile() {
		ConfigFiles files = new ConfigFiles(this.directory);
		files.write("config.toml", "web_port = 9090\n");
		this.context = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class,
					EnvironmentAutoConfiguration.class, CloudBridgeAutoConfiguration.class,
					RefreshAutoConfiguration.class, ConfigurationPropertiesRebinderAutoConfiguration.class))
			.withUserConfiguration(Beans.class)
			.withPropertyValues("wolf.config.hot-reload.enabled=false",
					"wolf.config.path=" + files.path("config.toml"));
	}

	@Test
	void tellsSpringCloudOfChangesWhenAskedTo() {
		this.context.withPropertyValues("wolf.config.cloud-bridge=true").run((context) -> {
			Beans beans = context.getBean(Beans.class);
			Scoped scoped = context.getBean(Scoped.class);
			assertThat(scoped.peers()).isEqualTo(50);

			context.getBean(ConfigManager.class)
				.updateValues(Map.of("max_peers", 7, "crypto.cipher_suite", "Aes256Gcm"));

			await().untilAsserted(() -> assertThat(scoped.peers()).isEqualTo(7));
			assertThat(beans.told).containsExactly(Set.of("max_peers", "crypto.cipher_suite"));
			assertThat(context.getBean(CryptoSettings.class).getCipherSuite()).isEqualTo("Aes256Gcm");
		});
	}

	@Test
	void tellsNothingOtherwise() {
		this.context.run((context) -> {
			ConfigManager<?> manager = context.getBean(ConfigManager.class);

			manager.updateValues(Map.of("max_peers", 7));
			manager.close();

			assertThat(context.getBean(Beans.class).told).isEmpty();
			assertThat(context.getBean(Scoped.class).peers()).isEqualTo(50);
		});
	}

	@Test
	void aRefreshOfSpringCloudLeavesTheValuesInForce() {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--wolf.config.hot-reload.enabled=false",
				"--wolf.config.path=" + this.directory.resolve("config.toml"))) {
			context.getBean(ConfigManager.class).updateValues(Map.of("max_peers", 7));

			context.getBean(ContextRefresher.class).refresh();

			assertThat(context.getEnvironment().getProperty("max_peers")).isEqualTo("7");
			assertThat(context.getEnvironment().getProperty("web_port")).isEqualTo("9090");
		}
	}

	@Test
	void doesWithoutSpringCloud() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class,
					EnvironmentAutoConfiguration.class, CloudBridgeAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.cloud"))
			.withPropertyValues("wolf.config.cloud-bridge=true",
					"wolf.config.path=" + this.directory.resolve("config.toml"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("wolfConfigCloudBridge"));
	}

	@EnableConfigurationProperties(CryptoSettings.class)
	static class Beans {

		final List<Set<String>> told = new CopyOnWriteArrayList<>();

		@EventListener
		void on(EnvironmentChangeEvent event) {
			this.told.add(Set.copyOf(event.getKeys()));
		}

		@Bean
		@RefreshScope
		Scoped scoped(@Value("${max_peers}") int peers) {
			return new Scoped(peers);
		}

	}

	@EnableAutoConfiguration
	static class Application {

	}

	static class Scoped {

		private final int peers;

		Scoped() {
			this(0);
		}

		Scoped(int peers) {
			this.peers = peers;
		}

		int peers() {
			return this.peers;
		}

	}

	@ConfigurationProperties("crypto")
	static class CryptoSettings {

		private String cipherSuite = "";

		public String getCipherSuite() {
			return this.cipherSuite;
		}

		public void setCipherSuite(String cipherSuite) {
			this.cipherSuite = cipherSuite;
		}

	}

}
