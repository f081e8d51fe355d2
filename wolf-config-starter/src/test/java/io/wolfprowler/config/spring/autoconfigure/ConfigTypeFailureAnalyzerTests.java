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

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.ConfigTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link ConfigTypeFailureAnalyzer}, which end at what stands on the terminal.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfigTypeFailureAnalyzerTests {

	@Test
	void saysAllThatIsWrongInTheType(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
				.run("--wolf.config.type=" + Mistaken.class.getName()))
			.havingRootCause()
			.isInstanceOf(ConfigTypeException.class);

		String report = output.getOut().replace(System.lineSeparator(), "\n");
		assertThat(report).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
		assertThat(report.substring(report.indexOf("Description:")).stripTrailing()).isEqualTo(
				"""
						Description:

						The type io.wolfprowler.config.spring.autoconfigure.ConfigTypeFailureAnalyzerTests$Mistaken can't be a configuration type:

						    Mistaken.timeout has @org.springframework.beans.factory.annotation.Value, which is not read; use @io.wolfprowler.config.Default for a default; a value from outside is a placeholder like ${NAME} in the document
						    Mistaken.port has @com.fasterxml.jackson.annotation.JsonProperty, which is not read; use @io.wolfprowler.config.TomlKey
						    @Bounds of Mistaken.name needs an integer type

						Action:

						Fix the declarations above, compile and restart the application. No change of the document helps.""");
	}

	@EnableAutoConfiguration
	static class Application {

	}

	record Mistaken(@Value("5s") Duration timeout, @JsonProperty("PORT") int port, @Bounds(min = 1) String name) {

	}

}
