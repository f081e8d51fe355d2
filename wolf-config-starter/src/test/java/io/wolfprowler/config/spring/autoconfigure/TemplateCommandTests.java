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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.internal.bind.ConfigTemplate;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TemplateCommand}.
 */
class TemplateCommandTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final List<Integer> exits = new ArrayList<>();

	private final TemplateCommand command = new TemplateCommand(new PrintStream(this.output), this.exits::add);

	@TempDir
	Path directory;

	@Test
	void printsTheTemplateOfTheDefaultType() {
		run(Map.of(), "--other=1", "--wolf.config.template");

		assertThat(this.output).hasToString(ConfigTemplate.of(WolfConfig.class).toToml());
		assertThat(this.exits).containsExactly(0);
	}

	@Test
	void printsTheTemplateOfTheTypeOfTheApplication() {
		run(Map.of("wolf.config.type", GatewayConfig.class.getName()), "--wolf.config.template");

		assertThat(this.output).hasToString(ConfigTemplate.of(GatewayConfig.class).toToml());
	}

	@Test
	void printsTheTemplateOfTheTypeThatIsNamed() {
		run(Map.of("wolf.config.type", "none"), "--wolf.config.template=" + GatewayConfig.class.getName());

		assertThat(this.output).hasToString(ConfigTemplate.of(GatewayConfig.class).toToml());
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "com.example.Nothing", "java.lang.String" })
	void refusesWhatIsNoRecord(String type) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> run(Map.of("wolf.config.type", type), "--wolf.config.template"))
			.satisfies((ex) -> assertThat(ex.getReason()).startsWith("It must be the name of a record class: "));
		assertThat(this.output.size()).isZero();
		assertThat(this.exits).isEmpty();
	}

	@Test
	void leavesAnApplicationAloneThatIsNotAsked() {
		run(Map.of("wolf.config.template", "true"), "--wolf.config.template.other", "wolf.config.template");

		assertThat(this.output.size()).isZero();
		assertThat(this.exits).isEmpty();
	}

	@Test
	void printsNothingElseAndStartsNothing() throws Exception {
		Path printed = this.directory.resolve("config.toml");
		ChildJvm.Launch launch = ChildJvm.of(Application.class, "--wolf.config.template")
			.flags("-Dstdout.encoding=US-ASCII")
			.output(ProcessBuilder.Redirect.to(printed.toFile()));

		try (ChildJvm child = launch.start()) {
			assertThat(child.waitFor(PATIENCE)).isZero();
		}

		assertThat(Files.readString(printed)).isEqualTo(ConfigTemplate.of(WolfConfig.class).toToml());
	}

	private void run(Map<String, Object> properties, String... arguments) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		this.command.onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
				new SpringApplication(Application.class), arguments, environment));
	}

	@EnableAutoConfiguration
	static class Application {

		Application() {
			throw new IllegalStateException("no bean is made");
		}

		public static void main(String[] arguments) {
			SpringApplication.run(Application.class, arguments);
		}

	}

}
