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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for Jakarta Validation of managed configurations.
 */
class BeanValidationTests {

	private static final String INVALID = """
			limit = 0
			[[routes]]
			target_host = "a"
			[[routes]]
			target_host = " "
			""";

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class))
		.withPropertyValues("wolf.config.type=" + GatewayConfig.class.getName());

	@TempDir
	Path directory;

	@Test
	void refusesWhatBreaksAConstraint() {
		ConfigFiles files = new ConfigFiles(this.directory);
		Path file = files.write("gateway.toml", "limit = 7\n");

		withValidation(file).run((context) -> {
			ConfigManager<?> manager = context.getBean(ConfigManager.class);
			files.write("gateway.toml", INVALID);

			assertThat(manager.reload()).satisfies((result) -> {
				assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
				assertThat(result.problems()).extracting((problem) -> problem.describe("gateway.toml"))
					.containsExactly("gateway.toml:1:9: limit must be greater than or equal to 1, found 0",
							"gateway.toml:5:15: routes[1].target_host must not be blank, found \" \"");
				assertThat(result.problems()).extracting(Problem::stage).containsOnly(Problem.Stage.VALIDATE);
			});
		});
	}

	@Test
	void refusesToStartOnWhatBreaksAConstraint() {
		Path file = new ConfigFiles(this.directory).write("gateway.toml", INVALID);

		withValidation(file).run((context) -> assertThat(context).getFailure()
			.hasStackTraceContaining("limit must be greater than or equal to 1, found 0"));
	}

	@Test
	void ignoresConstraintsWithoutAValidator() {
		Path file = new ConfigFiles(this.directory).write("gateway.toml", INVALID);

		this.context.withPropertyValues("wolf.config.path=" + file)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(BeanValidationCustomizer.class));
	}

	@Test
	void doesWithoutJakartaValidation() {
		Path file = new ConfigFiles(this.directory).write("gateway.toml", INVALID);

		withValidation(file).withClassLoader(new FilteredClassLoader(Validator.class.getPackageName()))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConfigManager.class)
				.doesNotHaveBean("wolfConfigBeanValidationCustomizer"));
	}

	private ApplicationContextRunner withValidation(Path file) {
		return this.context.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
			.withPropertyValues("wolf.config.path=" + file);
	}

}
