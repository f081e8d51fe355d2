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

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.Observation;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.ChildClassPath;
import io.wolfprowler.config.fixtures.ChildJvm;
import jakarta.validation.Validator;
import org.apache.catalina.startup.Tomcat;
import org.apache.commons.logging.Log;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.tomlj.Toml;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringVersion;
import org.springframework.expression.Expression;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests that an application needs nothing but the starter: runs one with no other jars.
 */
class BareClassPathTests {

	private static final int TERMINATED = 143;

	@TempDir
	Path directory;

	@Test
	void runsWithNothingButTheStarter() throws Exception {
		assertThat(runWith()).isEqualTo("version 2 of wolf, watched");
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void runsWithOneLibraryMore(Class<?>... library) throws Exception {
		assertThat(runWith(library)).isEqualTo("version 2 of wolf, watched");
	}

	static Stream<Named<Class<?>[]>> libraries() {
		return Stream.of(library("Jakarta Validation", Validator.class),
				library("Spring Security", SecurityContextHolder.class),
				library("Spring Cloud", EnvironmentChangeEvent.class), library("Health", HealthIndicator.class),
				library("Actuator", Endpoint.class, ConditionalOnAvailableEndpoint.class),
				library("Micrometer", MeterBinder.class), library("web server", WebServer.class),
				library("Tomcat", Tomcat.class), library("Tomcat of Boot", WebServer.class, TomcatWebServer.class),
				library("Jetty", Server.class), library("Jetty of Boot", WebServer.class, JettyWebServer.class));
	}

	@Test
	void loadsFollowsAnEditAndStopsInAProcessOfItsOwn() throws Exception {
		ConfigFiles files = new ConfigFiles(this.directory);
		Path file = files.write("config.toml", "web_port = 8081\n");
		ChildJvm.Launch launch = ChildJvm.of(Application.class, "--wolf.config.path=" + file)
			.classPath(new ChildClassPath(Stream.of(classPath()).map(BareClassPathTests::path).toList()))
			.output(ProcessBuilder.Redirect.to(files.path("output").toFile()));

		try (ChildJvm child = launch.start()) {
			awaitOutput(files, "Loaded " + file + " as version 1");
			awaitOutput(files, "Started ");
			files.write("config.toml", "web_port = 9090\n");
			awaitOutput(files, "Applied " + file + " as version 2: web_port 8081 -> 9090");
			child.process().destroy();

			assertThat(child.waitFor(Duration.ofSeconds(20))).isEqualTo(TERMINATED);
			assertThat(Files.readString(files.path("output"))).doesNotContain("ERROR", "Exception");
		}
	}

	private String runWith(Class<?>... more) throws Exception {
		Path file = new ConfigFiles(this.directory).write("config.toml", "web_port = 8081\n");
		try (URLClassLoader bare = new URLClassLoader(classPath(more), ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> bare.loadClass("org.junit.jupiter.api.Test"));

			return (String) bare.loadClass(Application.class.getName())
				.getMethod("run", String.class)
				.invoke(null, file.toString());
		}
	}

	private static void awaitOutput(ConfigFiles files, String text) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(Files.readString(files.path("output"))).contains(text));
	}

	private static Named<Class<?>[]> library(String name, Class<?>... types) {
		return Named.of(name, types);
	}

	private static URL[] classPath(Class<?>... more) {
		Stream<Class<?>> bare = Stream.of(SpringApplication.class, EnableAutoConfiguration.class,
				ApplicationContext.class, BeanFactory.class, SpringVersion.class, Advisor.class, Expression.class,
				Observation.class, KeyValue.class, Log.class, Logger.class, LoggerContext.class, Context.class,
				Toml.class, NullMarked.class, ConfigManager.class, WolfConfigAutoConfiguration.class,
				Application.class);
		return Stream.concat(bare, Stream.of(more))
			.map((type) -> type.getProtectionDomain().getCodeSource().getLocation())
			.distinct()
			.toArray(URL[]::new);
	}

	private static Path path(URL location) {
		return Path.of(URI.create(location.toString()));
	}

	/**
	 * Is loaded anew, by the bare class loader.
	 */
	@EnableAutoConfiguration
	public static class Application {

		/**
		 * Run the application until it is told to stop.
		 * @param args its arguments
		 */
		public static void main(String[] args) {
			new SpringApplicationBuilder(Application.class).properties("spring.main.keep-alive=true").run(args);
		}

		/**
		 * Run the application once.
		 * @param path the path of the file
		 * @return what it has seen
		 */
		public static String run(String path) {
			ClassLoader before = Thread.currentThread().getContextClassLoader();
			Thread.currentThread().setContextClassLoader(Application.class.getClassLoader());
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.run("--wolf.config.path=" + path)) {
				ConfigManager<?> manager = context.getBean(ConfigManager.class);
				manager.updateValues(Map.of("web_port", 9090));
				return "version " + manager.getSnapshot().version() + " of " + manager.name()
						+ (manager.isHotReloadEnabled() ? ", watched" : "");
			}
			finally {
				Thread.currentThread().setContextClassLoader(before);
			}
		}

	}

}
