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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that a bean gets the {@link ConfigView} of the type it asks for.
 */
class ConfigViewInjectionTests {

	private static final String OF_GATEWAY = "wolf.config.type=" + GatewayConfig.class.getName();

	private static final String NONE = "wolf.config.type=none";

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class));

	@TempDir
	Path directory;

	private ConfigFiles files;

	@BeforeEach
	void writeFiles() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("wolf.toml", "web_port = 9090\n");
		this.files.write("gateway.toml", "limit = 7\n");
		this.files.write("other.toml", "limit = 8\n");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aReaderGetsTheViewOfItsType(String from, String file, String property, Class<?> beans,
			Class<? extends Reader> reader, Object expected) {
		application(file, property, beans).withBean(reader)
			.run((context) -> assertThat(context.getBean(reader).value()).isEqualTo(expected));
	}

	static Stream<Arguments> aReaderGetsTheViewOfItsType() {
		return Stream.of(read("the default manager", "wolf.toml", "", Nothing.class, WolfReader.class, 9090),
				read("the default manager of another type", "gateway.toml", OF_GATEWAY, Nothing.class,
						GatewayReader.class, 7),
				read("a manager of the application", "wolf.toml", NONE, Gateway.class, GatewayReader.class, 7),
				read("one beside the default manager", "wolf.toml", "", Gateway.class, GatewayReader.class, 7),
				read("the default manager beside one", "wolf.toml", "", Gateway.class, WolfReader.class, 9090),
				read("one of two of a type, by parameter name", "wolf.toml", NONE, Gateways.class, OtherByName.class,
						8),
				read("one of two of a type, by qualifier", "wolf.toml", NONE, Gateways.class, OtherByQualifier.class,
						8),
				read("a view of a part", "wolf.toml", "", Parts.class, CryptoReader.class, "ChaCha20Poly1305"),
				read("the whole beside views of parts", "wolf.toml", "", Parts.class, WolfReader.class, 9090),
				read("a view beside its manager, primary", "wolf.toml", "", PrimaryView.class, WolfReader.class, 1),
				read("a stub, without any manager", "wolf.toml", NONE, Stub.class, WolfReader.class, 1),
				read("all managers and parts", "wolf.toml", "", Parts.class, AllReader.class, 3));
	}

	@Test
	void aReaderListensToTheWholeConfiguration() {
		application("wolf.toml", "", Nothing.class).withBean(WolfReader.class).run((context) -> {
			List<String> heard = new CopyOnWriteArrayList<>();
			ConfigView<WolfConfig> view = context.getBean(WolfReader.class).config();
			view.onChange((old, now) -> heard.add(old.webPort() + " -> " + now.webPort()));

			this.files.write("wolf.toml", "web_port = 9091\n");
			context.getBean(ConfigManager.class).reload();

			// Hot reload may have been first, and may still be notifying.
			await().untilAsserted(() -> assertThat(heard).containsExactly("9090 -> 9091"));
			assertThat(view.get().webPort()).isEqualTo(9091);
		});
	}

	@Test
	void aReaderThatCouldMeanTwoManagersIsRefused() {
		application("wolf.toml", NONE, Gateways.class).withBean(GatewayReader.class)
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class)
				.hasStackTraceContaining("expected single matching bean but found 2: gateway,other"));
	}

	private ApplicationContextRunner application(String file, String property, Class<?> beans) {
		return this.context
			.withPropertyValues("wolf.config.path=" + this.files.path(file), "directory=" + this.directory)
			.withPropertyValues(property.isEmpty() ? new String[0] : new String[] { property })
			.withUserConfiguration(beans);
	}

	private static Arguments read(String from, String file, String property, Class<?> beans,
			Class<? extends Reader> reader, Object expected) {
		return arguments(from, file, property, beans, reader, expected);
	}

	interface Reader {

		Object value();

	}

	record WolfReader(ConfigView<WolfConfig> config) implements Reader {

		@Override
		public Object value() {
			return this.config.get().webPort();
		}

	}

	record GatewayReader(ConfigView<GatewayConfig> config) implements Reader {

		@Override
		public Object value() {
			return this.config.get().limit();
		}

	}

	record OtherByName(ConfigView<GatewayConfig> other) implements Reader {

		@Override
		public Object value() {
			return this.other.get().limit();
		}

	}

	static class OtherByQualifier implements Reader {

		@Autowired
		@Qualifier("other")
		ConfigView<GatewayConfig> config;

		@Override
		public Object value() {
			return this.config.get().limit();
		}

	}

	record CryptoReader(ConfigView<CryptoConfig> config) implements Reader {

		@Override
		public Object value() {
			return this.config.get().cipherSuite().toString();
		}

	}

	record AllReader(ObjectProvider<ConfigView<?>> views) implements Reader {

		@Override
		public Object value() {
			return (int) this.views.stream().count();
		}

	}

	static class Nothing {

	}

	static class Gateway {

		@Bean
		ConfigManager<GatewayConfig> gateway(ConfigManagerFactory managers, Environment environment) {
			return managers.create("gateway", GatewayConfig.class,
					Path.of(environment.getRequiredProperty("directory"), "gateway.toml"));
		}

	}

	@Import(Gateway.class)
	static class Gateways {

		@Bean
		ConfigManager<GatewayConfig> other(ConfigManagerFactory managers, Environment environment) {
			return managers.create("other", GatewayConfig.class,
					Path.of(environment.getRequiredProperty("directory"), "other.toml"));
		}

	}

	static class Parts {

		@Bean
		ConfigView<CryptoConfig> crypto(ConfigManager<WolfConfig> manager) {
			return manager.view(WolfConfig::crypto);
		}

		@Bean
		ConfigView<String> nodeName(ConfigManager<WolfConfig> manager) {
			return manager.view(WolfConfig::nodeName);
		}

	}

	static class PrimaryView {

		@Bean
		@Primary
		ConfigView<WolfConfig> fixed() {
			return new Fixed(1);
		}

	}

	static class Stub {

		@Bean
		ConfigView<WolfConfig> fixed() {
			return new Fixed(1);
		}

	}

	record Fixed(WolfConfig get) implements ConfigView<WolfConfig> {

		Fixed(int webPort) {
			this(ConfigManager.builder(WolfConfig.class)
				.source(new StubSource("web_port = " + webPort), Path.of("config.toml"))
				.build()
				.getConfig());
		}

		@Override
		public Subscription onChange(BiConsumer<? super WolfConfig, ? super WolfConfig> listener) {
			return () -> {
			};
		}

	}

}
