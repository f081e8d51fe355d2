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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link TomlPropertiesFailureAnalyzer}, by what an operator sees.
 */
@ExtendWith(OutputCaptureExtension.class)
class TomlPropertiesFailureAnalyzerTests {

	@TempDir
	Path directory;

	@Test
	void reportsEveryProblemWithItsPlaceInsteadOfAStack(CapturedOutput output) throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.toml"), """
				[server]
				port = 80 80
				name = "unfinished
				""");

		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.config.location=" + file)
			.build();
		assertThatException().isThrownBy(application::run);

		assertThat(output.getOut()).contains("APPLICATION FAILED TO START")
			.contains(file + " is not valid TOML:")
			.contains("    " + file + ":2:11: ")
			.contains("    " + file + ":3:")
			.contains("Fix the problems above and restart the application.")
			.doesNotContain("\tat io.wolfprowler");
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
