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
import java.util.stream.Stream;

import io.wolfprowler.config.spring.live.JettyPortOpener;
import io.wolfprowler.config.spring.live.PortOpener;
import io.wolfprowler.config.spring.live.TomcatPortOpener;
import io.wolfprowler.config.spring.live.WebPort;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebPortAutoConfiguration} and those for the single servers.
 */
class WebPortAutoConfigurationTests {

	@TempDir
	Path directory;

	private WebApplicationContextRunner runner;

	@BeforeEach
	void prepare() {
		Path file = new ConfigFiles(this.directory).write("config.toml", "web_port = 8081\n");
		this.runner = new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class, WebPortAutoConfiguration.class,
					TomcatPortAutoConfiguration.class, JettyPortAutoConfiguration.class))
			.withPropertyValues("wolf.config.path=" + file, "wolf.config.hot-reload.enabled=false");
	}

	@ParameterizedTest
	@MethodSource("classPaths")
	void knowsTheServersThatAreOnTheClassPath(List<Class<?>> absent, List<Class<?>> openers) {
		this.runner.withClassLoader(new FilteredClassLoader(absent.toArray(Class<?>[]::new)))
			.run((context) -> assertThat(context.getBeansOfType(PortOpener.class).values()).extracting(Object::getClass)
				.containsExactlyInAnyOrderElementsOf(
						openers.stream().map(WebPortAutoConfigurationTests::type).toList()));
	}

	static Stream<Arguments> classPaths() {
		return Stream.of(Arguments.of(List.of(), List.of(TomcatPortOpener.class, JettyPortOpener.class)),
				Arguments.of(List.of(Server.class), List.of(TomcatPortOpener.class)),
				Arguments.of(List.of(Tomcat.class), List.of(JettyPortOpener.class)),
				Arguments.of(List.of(Tomcat.class, Server.class), List.of()));
	}

	@Test
	void isAbsentWhereNoWebServerCanBe() {
		this.runner.withClassLoader(new FilteredClassLoader(WebServer.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(WebPort.class)
				.doesNotHaveBean(PortOpener.class)
				.doesNotHaveBean(WebServerProperties.class));
	}

	@ParameterizedTest
	@CsvSource({ "wolf.config.web-server.follow-port", "wolf.config.enabled" })
	void leavesNoBeanWhenItIsSwitchedOff(String property) {
		this.runner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(WebPort.class)
				.doesNotHaveBean(PortOpener.class)
				.doesNotHaveBean(WebServerProperties.class));
	}

	@ParameterizedTest
	@CsvSource({ "overlap", "drain-timeout" })
	void refusesNegativeTimes(String name) {
		this.runner.withPropertyValues("wolf.config.web-server." + name + "=-1s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("wolf.config.web-server." + name + " must not be negative, found PT-1S"));
	}

	private static Class<?> type(Class<?> type) {
		return type;
	}

}
