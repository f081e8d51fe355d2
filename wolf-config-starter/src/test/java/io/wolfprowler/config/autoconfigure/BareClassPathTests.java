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

package io.wolfprowler.config.autoconfigure;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.tomlj.Toml;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringVersion;
import org.springframework.expression.Expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that an application needs nothing but the starter: runs one with no other jars.
 */
class BareClassPathTests {

	@TempDir
	Path directory;

	@Test
	void runsWithNothingButTheStarter() throws Exception {
		Path file = new ConfigFiles(this.directory).write("config.toml", "web_port = 8081\n");

		try (URLClassLoader bare = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> bare.loadClass("jakarta.validation.Validator"));

			Object version = bare.loadClass(Application.class.getName())
				.getMethod("run", String.class)
				.invoke(null, file.toString());

			assertThat(version).isEqualTo("version 2 of wolf, watched");
		}
	}

	private static URL[] classPath() {
		return Stream
			.of(SpringApplication.class, EnableAutoConfiguration.class, ApplicationContext.class, BeanFactory.class,
					SpringVersion.class, Advisor.class, Expression.class, Observation.class, KeyValue.class, Log.class,
					Logger.class, LoggerContext.class, Context.class, Toml.class, NullMarked.class, ConfigManager.class,
					Application.class)
			.map((type) -> type.getProtectionDomain().getCodeSource().getLocation())
			.distinct()
			.toArray(URL[]::new);
	}

	/**
	 * Is loaded anew, by the bare class loader.
	 */
	@EnableAutoConfiguration
	public static class Application {

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
