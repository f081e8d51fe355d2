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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DefaultManagerType} and {@link DefaultManagerRegistrar}.
 */
class DefaultManagerTypeTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class));

	@TempDir
	Path directory;

	private ConfigFiles files;

	@BeforeEach
	void writeFiles() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("config.toml", "web_port = 9090\n");
		this.files.write("gateway.toml", "limit = 7\n");
	}

	@Test
	void makesNoManagerWhenTheTypeIsNone() {
		on("absent.toml").withPropertyValues("wolf.config.type=none").run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(ConfigManager.class);
			assertThat(context.getBean(ConfigManagerFactory.class)
				.create("gateway", GatewayConfig.class, this.files.path("gateway.toml"))
				.isHotReloadEnabled()).isTrue();
		});
	}

	@Test
	void bindsToARecordOfTheApplication() {
		on("gateway.toml").withPropertyValues("wolf.config.type=" + GatewayConfig.class.getName())
			.withBean(GatewayUser.class)
			.run((context) -> assertThat(context.getBean(GatewayUser.class).manager().getConfig())
				.isEqualTo(new GatewayConfig(7, List.of())));
	}

	@Test
	void saysWhatIsWrongWithATypeThatIsNoClass() {
		on("config.toml").withPropertyValues("wolf.config.type=no.such.Type")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining(
						"Property wolf.config.type with value 'no.such.Type' is invalid: It must be the name of a record class"));
	}

	@Test
	void saysWhatIsWrongWithATypeThatIsNoRecord() {
		on("config.toml").withPropertyValues("wolf.config.type=java.lang.String")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("java.lang.String is not a record; a configuration type must be one"));
	}

	@Test
	void backsOffForAManagerOfTheSameType() {
		on("absent.toml").withUserConfiguration(OwnManager.class)
			.withPropertyValues("file=" + this.files.path("config.toml"))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(ConfigManager.class).hasBean("ownManager");
				assertThat(context.getBean(ConfigManager.class).isHotReloadEnabled()).isTrue();
			});
	}

	private ApplicationContextRunner on(String file) {
		return this.context.withPropertyValues("wolf.config.path=" + this.files.path(file));
	}

	record GatewayUser(ConfigManager<GatewayConfig> manager) {

	}

	static class OwnManager {

		@Bean
		ConfigManager<WolfConfig> ownManager(ConfigManagerFactory managers, Environment environment) {
			return managers.create("own", WolfConfig.class, Path.of(environment.getRequiredProperty("file")));
		}

	}

}
