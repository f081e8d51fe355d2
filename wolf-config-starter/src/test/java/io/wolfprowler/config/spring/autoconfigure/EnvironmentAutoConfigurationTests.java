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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnvironmentAutoConfiguration}.
 */
class EnvironmentAutoConfigurationTests {

	@TempDir
	Path directory;

	private ConfigFiles files;

	private ApplicationContextRunner context;

	@BeforeEach
	void writeFile() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("config.toml", "web_port = 9090\nnode_name = \"a\"\n");
		this.context = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WolfConfigAutoConfiguration.class, EnvironmentAutoConfiguration.class))
			.withPropertyValues("wolf.config.hot-reload.enabled=false",
					"wolf.config.path=" + this.files.path("config.toml"));
	}

	@Test
	void everyBeanSeesTheValuesAtItsStart() {
		this.context.withBean(PortReader.class).run((context) -> {
			assertThat(context.getBean(PortReader.class).port).isEqualTo(9090);
			assertThat(context.getEnvironment().getProperty("crypto.cipher_suite")).isEqualTo("ChaCha20Poly1305");
			assertThat(context.getEnvironment().getProperty("crypto.cipher-suite")).isEqualTo("ChaCha20Poly1305");
		});
	}

	@Test
	void theSourceIsReplacedBeforeCallbacksAreTold() {
		this.context.run((context) -> {
			ConfigManager<WolfConfig> manager = manager(context.getBean(ConfigManager.class));
			List<String> seen = new ArrayList<>();
			manager.addParticipant((transition) -> {
				seen.add("prepare " + context.getEnvironment().getProperty("web_port"));
				return new ConfigParticipant.Prepared() {

					@Override
					public void commit() {
						seen.add("commit " + context.getEnvironment().getProperty("web_port"));
					}

					@Override
					public void rollback() {
					}

				};
			});
			manager.addCallback((changes) -> seen.add("callback " + context.getEnvironment().getProperty("web_port")));

			this.files.write("config.toml", "web_port = 9191\nnode_name = \"a\"\n");
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);

			assertThat(seen).containsExactly("prepare 9090", "commit 9191", "callback 9191");
		});
	}

	@Test
	void aVetoedVersionIsNeverSeen() {
		this.context.run((context) -> {
			ConfigManager<WolfConfig> manager = manager(context.getBean(ConfigManager.class));
			manager.addParticipant((transition) -> {
				throw new ConfigVetoException("web_port", "is taken");
			});

			this.files.write("config.toml", "web_port = 9191\nnode_name = \"a\"\n");
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.VETOED);

			assertThat(context.getEnvironment().getProperty("web_port")).isEqualTo("9090");
		});
	}

	@Test
	void eachValueSaysWhereItComesFrom() {
		this.context.run((context) -> {
			ConfigManager<WolfConfig> manager = manager(context.getBean(ConfigManager.class));
			manager.updateValues(Map.of("max_peers", 7));

			PropertySource<?> source = context.getEnvironment().getPropertySources().get("wolfConfig");
			assertThat(OriginLookup.getOrigin(source, "node_name"))
				.hasToString(this.files.path("config.toml") + ":2:13");
			assertThat(OriginLookup.getOrigin(source, "max_peers")).hasToString("update");
			assertThat(OriginLookup.getOrigin(source, "log_level")).hasToString("default");
		});
	}

	@Test
	void theSourceIsBelowTheProcessAndAboveConfigurationData() {
		this.context.withInitializer((context) -> {
			ConfigurableEnvironment environment = context.getEnvironment();
			environment.getPropertySources()
				.addLast(new MapPropertySource("Config resource 'x'", Map.of("web_port", 1)));
		}).withSystemProperties("node_name=system").run((context) -> {
			assertThat(context.getEnvironment().getProperty("web_port")).isEqualTo("9090");
			assertThat(context.getEnvironment().getProperty("node_name")).isEqualTo("system");
		});
	}

	@Test
	void namesMayBeginWithAPrefix() {
		this.context.withPropertyValues("wolf.config.environment.prefix=live").run((context) -> {
			assertThat(context.getEnvironment().getProperty("live.web_port")).isEqualTo("9090");
			assertThat(context.getEnvironment().getProperty("web_port")).isNull();
		});
	}

	@Test
	void leavesNoSourceWhenDisabled() {
		this.context.withPropertyValues("wolf.config.environment.enabled=false")
			.run((context) -> assertThat(context.getEnvironment().getPropertySources().contains("wolfConfig"))
				.isFalse());
	}

	@Test
	void aPlaceholderNeverResolvesToTheValueInForce() {
		this.context.run((context) -> {
			ConfigManager<WolfConfig> manager = manager(context.getBean(ConfigManager.class));

			this.files.write("config.toml", "web_port = 9090\nnode_name = \"${node_name:b}\"\n");
			manager.reload();

			assertThat(manager.getConfig().nodeName()).isEqualTo("b");
		});
	}

	@Test
	void aViewIsInjectedByItsType() {
		this.context.withUserConfiguration(Views.class).withBean(Reader.class).run((context) -> {
			ConfigView<CryptoConfig> crypto = context.getBean(Reader.class).crypto();
			manager(context.getBean(ConfigManager.class)).updateValues(Map.of("crypto.cipher_suite", "Aes256Gcm"));

			assertThat(crypto.get().cipherSuite()).hasToString("Aes256Gcm");
		});
	}

	@Test
	void neverHoldsAStaleRecordOfATypeOfTheApplication() {
		this.files.write("config.toml", "port = 1\nlimits.connections = 10\n");
		this.context.withPropertyValues("wolf.config.type=" + Gateway.class.getName())
			.withUserConfiguration(GatewayParts.class)
			.withBean(GatewayReader.class)
			.run((context) -> {
				GatewayReader reader = context.getBean(GatewayReader.class);
				assertThat(reader.limits().get()).isEqualTo(new GatewayLimits(10));

				this.files.write("config.toml", "port = 2\nlimits.connections = 20\n");
				assertThat(reader.manager().reload().outcome()).isEqualTo(Outcome.APPLIED);

				assertThat(reader.manager().getConfig().port()).isEqualTo(2);
				assertThat(reader.limits().get()).isEqualTo(new GatewayLimits(20));
			});
	}

	@SuppressWarnings("unchecked")
	private static ConfigManager<WolfConfig> manager(ConfigManager<?> manager) {
		return (ConfigManager<WolfConfig>) manager;
	}

	static class PortReader {

		@Value("${web_port}")
		int port;

	}

	static class Views {

		@Bean
		ConfigView<CryptoConfig> crypto(ConfigManager<WolfConfig> manager) {
			return manager.view(WolfConfig::crypto);
		}

		@Bean
		ConfigView<String> nodeName(ConfigManager<WolfConfig> manager) {
			return manager.view(WolfConfig::nodeName);
		}

	}

	record Reader(ConfigView<CryptoConfig> crypto) {

	}

	record Gateway(int port, GatewayLimits limits) {
	}

	record GatewayLimits(int connections) {
	}

	static class GatewayParts {

		@Bean
		ConfigView<GatewayLimits> limits(ConfigManager<Gateway> manager) {
			return manager.view(Gateway::limits);
		}

	}

	record GatewayReader(ConfigManager<Gateway> manager, ConfigView<GatewayLimits> limits) {
	}

}
