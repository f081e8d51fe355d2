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
import java.util.Map;

import io.wolfprowler.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveSecretsAutoConfiguration} with the endpoints of Spring Boot that
 * show values, and are told to show all.
 */
class LiveSecretsTests {

	private static final String SECRET = "canary-7c1d";

	@TempDir
	Path directory;

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class, WolfConfigAutoConfiguration.class,
						EnvironmentAutoConfiguration.class, LiveSecretsAutoConfiguration.class))
		.withUserConfiguration(Application.class);

	@Test
	void areMaskedInTheEnvironment() {
		context().run((context) -> {
			String shown = new EnvironmentEndpoint(context.getEnvironment(),
					context.getBeanProvider(SanitizingFunction.class).orderedStream().toList(), Show.ALWAYS)
				.environment(null)
				.getPropertySources()
				.stream()
				.filter((source) -> source.getName().equals("wolfConfig"))
				.findFirst()
				.orElseThrow()
				.getProperties()
				.entrySet()
				.stream()
				.map((property) -> property.getKey() + "=" + property.getValue().getValue())
				.toList()
				.toString();

			assertThat(context.getEnvironment().getProperty("gateway.pin_code")).isEqualTo(SECRET);
			assertThat(shown).contains("gateway.host=example", "gateway.pin_code=******", "gateway.labels.token=******")
				.doesNotContain(SECRET);
		});
	}

	@Test
	void areMaskedInBeansThatAreBoundFromThem() {
		context().run((context) -> {
			ConfigurationPropertiesReportEndpoint endpoint = new ConfigurationPropertiesReportEndpoint(
					context.getBeanProvider(SanitizingFunction.class).orderedStream().toList(), Show.ALWAYS);
			endpoint.setApplicationContext(context);

			String shown = endpoint.configurationPropertiesWithPrefix("gateway")
				.getContexts()
				.values()
				.stream()
				.flatMap((each) -> each.getBeans().values().stream())
				.map((bean) -> bean.getProperties().toString())
				.toList()
				.toString();

			assertThat(context.getBean(Gateway.class).getPinCode()).isEqualTo(SECRET);
			assertThat(shown).contains("host=example", "pinCode=******").doesNotContain(SECRET);
		});
	}

	@Test
	void areLeftToOthersWithoutTheActuator() {
		context().withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("wolfConfigLiveSecrets"));
	}

	private ApplicationContextRunner context() {
		Path file = new ConfigFiles(this.directory).write("config.toml", """
				[gateway]
				host = "example"
				pin_code = "%s"
				labels = { token = "%s", stage = "test" }
				""".formatted(SECRET, SECRET));
		return this.context.withPropertyValues("wolf.config.hot-reload.enabled=false", "wolf.config.path=" + file,
				"wolf.config.type=" + Sections.class.getName());
	}

	record Sections(Section gateway) {
	}

	record Section(String host, @Secret String pinCode, Map<String, String> labels) {
	}

	@EnableConfigurationProperties(Gateway.class)
	static class Application {

	}

	@ConfigurationProperties("gateway")
	static class Gateway {

		private String host = "";

		private String pinCode = "";

		public String getHost() {
			return this.host;
		}

		public void setHost(String host) {
			this.host = host;
		}

		public String getPinCode() {
			return this.pinCode;
		}

		public void setPinCode(String pinCode) {
			this.pinCode = pinCode;
		}

	}

}
