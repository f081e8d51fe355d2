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

package io.wolfprowler.config.spring.live;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartPort}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartPortTests {

	@ParameterizedTest
	@CsvSource({ ", 8080, 9090, true", ", 8080, 0, true", "8081, 8081, 9090, true", ", 8080, 8080, false",
			"8081, 8080, 9090, false", ", 8081, 9090, false", ", , 9090, false", "0, 8080, 9090, false" })
	void warnsWhenTheManagementPortIsTakenForThatOfTheServer(String server, String management, int wanted,
			boolean warned, CapturedOutput output) {
		MockEnvironment environment = new MockEnvironment();
		set(environment, "server.port", server);
		set(environment, "management.server.port", management);

		new StartPort<>(new PortSetting<>("web_port", (port) -> port),
				() -> new StubManager<>(wanted, (port) -> port).manager(), environment)
			.customize(new TomcatServletWebServerFactory());

		assertThat(output.toString()
			.split("management.server.port " + management + " is treated as the port of the server", -1))
			.hasSize(warned ? 2 : 1);
	}

	private static void set(MockEnvironment environment, String name, String value) {
		if (value != null) {
			environment.setProperty(name, value);
		}
	}

}
