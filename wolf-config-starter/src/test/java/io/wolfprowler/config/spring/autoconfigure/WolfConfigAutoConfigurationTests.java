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
import java.util.Arrays;
import java.util.List;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.internal.bind.ConfigTemplate;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import io.wolfprowler.config.spring.ConfigWatchLifecycle;
import io.wolfprowler.config.spring.ContextConfigManagers;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WolfConfigAutoConfiguration}.
 */
class WolfConfigAutoConfigurationTests {

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
	void providesAWatchedManagerOfTheGenericType() {
		on("config.toml").withBean(WolfUser.class).run((context) -> {
			assertThat(context).hasSingleBean(ConfigManager.class)
				.hasSingleBean(ConfigManagerFactory.class)
				.hasSingleBean(ConfigWatchLifecycle.class);
			ConfigManager<WolfConfig> manager = context.getBean(WolfUser.class).manager();
			assertThat(manager.name()).isEqualTo("wolf");
			assertThat(manager.configPath()).isEqualTo(this.directory.resolve("config.toml"));
			assertThat(manager.getConfig().webPort()).isEqualTo(9090);
			assertThat(manager.status().hotReload()).isNotEqualTo(HotReloadMode.OFF);
		});
	}

	@Test
	void watchesAManagerThatIsMadeLazily() {
		on("config.toml").withInitializer((context) -> context
			.addBeanFactoryPostProcessor((beans) -> Arrays.stream(beans.getBeanDefinitionNames())
				.forEach((name) -> beans.getBeanDefinition(name).setLazyInit(true))))
			.run((context) -> {
				assertThat(context.getBean(ContextConfigManagers.class).managers()).isEmpty();

				assertThat(context.getBean(ConfigManager.class).isHotReloadEnabled()).isTrue();
			});
	}

	@Test
	void leavesNoBeanWhenDisabled() {
		on("config.toml").withPropertyValues("wolf.config.enabled=false").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(Arrays.stream(context.getBeanDefinitionNames())
				.map(context::getType)
				.filter((type) -> type.getName().startsWith("io.wolfprowler"))).isEmpty();
		});
	}

	@Test
	void managersOfSeveralTypesLiveSideBySide() {
		on("config.toml").withUserConfiguration(Gateway.class)
			.withBean(WolfUser.class)
			.withBean(GatewayUser.class)
			.withPropertyValues("file=" + this.files.path("gateway.toml"))
			.run((context) -> {
				assertThat(context.getBean(WolfUser.class).manager().getConfig().webPort()).isEqualTo(9090);
				assertThat(context.getBean(GatewayUser.class).manager().getConfig().limit()).isEqualTo(7);
				assertThat(context.getBeansOfType(ConfigManager.class).values())
					.allMatch(ConfigManager::isHotReloadEnabled);
			});
	}

	@Test
	void refusesTwoManagersOfOneName() {
		on("config.toml").withUserConfiguration(Gateway.class)
			.withPropertyValues("name=wolf", "file=" + this.files.path("gateway.toml"))
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseMessage(
						"There are two configuration managers with the name 'wolf'; give each a name of its own"));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FILE")
	void saysWhatASourceThatIsNoFileNeeds(WolfConfigProperties.Source source) {
		on("config.toml").withPropertyValues("wolf.config.source=" + source)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
					assertThat(failure.getName()).isEqualTo("wolf.config.source");
					assertThat(failure.getReason()).contains("wolf-config-remote", "ConfigSource");
				}));
	}

	@Test
	void usesAFactoryOfTheApplication() {
		ConfigManagerFactory own = new OwnFactory();

		on("config.toml").withBean(ConfigManagerFactory.class, () -> own).run((context) -> {
			assertThat(context).hasSingleBean(ConfigManagerFactory.class)
				.doesNotHaveBean(ContextConfigManagers.class)
				.doesNotHaveBean(ConfigWatchLifecycle.class);
			assertThat(context.getBean(ConfigManager.class).name()).isEqualTo("own-wolf");
		});
	}

	@Test
	void appliesTheValidatorBeansOfTheType() {
		on("config.toml").withUserConfiguration(Validators.class).run((context) -> {
			ConfigManager<?> manager = context.getBean(ConfigManager.class);

			assertThat(manager.validate("web_port = 80\nnode_name = \"x\"").problems()).extracting(Problem::message)
				.containsExactly("web_port must be above 1024", "node_name is too short");
			assertThat(manager.validate("web_port = 8081").problems()).isEmpty();
		});
	}

	@Test
	void appliesTheValidatorBeansOfSupertypes() {
		on("config.toml").withBean(AnyRecord.class, AnyRecord::new)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("max_peers is judged as part of a WolfConfig"));
	}

	@Test
	void appliesTheCustomizersOfTheApplicationAfterItsProperties() {
		this.files.write("config.toml", "web_port = 9090\nunknown = 1\n");

		on("config.toml").withPropertyValues("wolf.config.unknown-keys=reject")
			.withBean(ConfigManagerCustomizer.class, Lenient::new)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void createsTheFileIfAsked() {
		on("new.toml").withPropertyValues("wolf.config.create-if-missing=true").run((context) -> {
			assertThat(((WolfConfig) context.getBean(ConfigManager.class).getConfig()).webPort()).isEqualTo(8080);
			assertThat(this.files.path("new.toml")).hasContent(ConfigTemplate.of(WolfConfig.class).toToml());
		});
	}

	@Test
	void resolvesPlaceholdersFromTheEnvironment() {
		this.files.write("config.toml", "web_port = \"${node.port}\"\nnode_name = \"${NODE:wolf}-${region}\"\n");

		on("config.toml").withPropertyValues("node.port=7070", "region=${zone}-1", "zone=eu").run((context) -> {
			WolfConfig config = (WolfConfig) context.getBean(ConfigManager.class).getConfig();
			assertThat(config.webPort()).isEqualTo(7070);
			assertThat(config.nodeName()).isEqualTo("wolf-eu-1");
		});
	}

	@Test
	void refusesPlaceholdersThatLeadBackToThemselves() {
		this.files.write("config.toml", "node_name = \"${one}\"\n");

		on("config.toml").withPropertyValues("one=${two}", "two=${one}")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("config.toml:1:13: node_name: one can't be looked up"));
	}

	@Test
	void twoContextsHaveManagersOfTheirOwn() {
		on("config.toml").run((one) -> on("config.toml").run((other) -> {
			assertThat(one.getBean(ConfigManager.class)).isNotSameAs(other.getBean(ConfigManager.class));
			other.close();
			assertThat(one.getBean(ConfigManager.class).isHotReloadEnabled()).isTrue();
		}));
	}

	private ApplicationContextRunner on(String file) {
		return this.context.withPropertyValues("wolf.config.path=" + this.files.path(file));
	}

	record WolfUser(ConfigManager<WolfConfig> manager) {

	}

	record GatewayUser(ConfigManager<GatewayConfig> manager) {

	}

	static class Gateway {

		@Bean
		ConfigManager<GatewayConfig> gateway(ConfigManagerFactory managers, Environment environment) {
			return managers.create(environment.getProperty("name", "gateway"), GatewayConfig.class,
					Path.of(environment.getRequiredProperty("file")));
		}

	}

	static class Validators {

		@Bean
		ConfigValidator<WolfConfig> ports() {
			return (config) -> (config.webPort() > 1024) ? List.of()
					: List.of(Problem.invalid("web_port", "must be above 1024"));
		}

		@Bean
		NodeNames nodeNames() {
			return new NodeNames();
		}

		@Bean
		ConfigValidator<GatewayConfig> gateways() {
			return (config) -> List.of(Problem.invalid("limit", "is never right"));
		}

	}

	static class AnyRecord implements ConfigValidator<Record> {

		@Override
		public List<Problem> validate(Record candidate) {
			return List
				.of(Problem.invalid("max_peers", "is judged as part of a " + candidate.getClass().getSimpleName()));
		}

	}

	static class NodeNames implements ConfigValidator<WolfConfig> {

		@Override
		public List<Problem> validate(WolfConfig candidate) {
			return (candidate.nodeName().length() > 1) ? List.of()
					: List.of(Problem.invalid("node_name", "is too short"));
		}

	}

	static class Lenient implements ConfigManagerCustomizer {

		@Override
		public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
			builder.unknownKeys(UnknownKeys.IGNORE);
		}

	}

	static class OwnFactory implements ConfigManagerFactory {

		@Override
		public <T> ConfigManagerBuilder<T> builder(String name, Class<T> type) {
			return ConfigManager.builder(type).name("own-" + name);
		}

	}

}
