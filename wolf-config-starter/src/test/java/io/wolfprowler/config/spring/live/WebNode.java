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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.wolf.WolfConfig;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with a web server and a configuration file.
 */
final class WebNode implements AutoCloseable {

	static final String TOMCAT = "org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration";

	static final String JETTY = "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration";

	private final Path file;

	private final ConfigurableApplicationContext context;

	private WebNode(Path file, ConfigurableApplicationContext context) {
		this.file = file;
		this.context = context;
	}

	static WebNode tomcat(Path directory, int port, String... properties) {
		return start(directory, port, WebApplicationType.SERVLET, List.of(Servlets.class),
				with(properties, "spring.autoconfigure.exclude[0]=" + JETTY));
	}

	static WebNode jetty(Path directory, int port, String... properties) {
		return start(directory, port, WebApplicationType.SERVLET, List.of(Servlets.class),
				with(properties, "spring.autoconfigure.exclude[0]=" + TOMCAT));
	}

	static WebNode start(Path directory, int port, WebApplicationType type, List<Class<?>> sources,
			String... properties) {
		Path file = directory.resolve("config.toml");
		write(file, port);
		List<Class<?>> all = new ArrayList<>(sources);
		all.add(Node.class);
		SpringApplicationBuilder application = new SpringApplicationBuilder(all.toArray(Class<?>[]::new)).web(type)
			.bannerMode(Banner.Mode.OFF)
			.properties("wolf.config.path=" + file, "wolf.config.hot-reload.enabled=false", "spring.jmx.enabled=false")
			.properties(properties);
		return new WebNode(file, application.run());
	}

	org.apache.catalina.connector.Connector[] tomcatConnectors() {
		return ((TomcatWebServer) server()).getTomcat().getService().findConnectors();
	}

	org.eclipse.jetty.server.Connector[] jettyConnectors() {
		return ((JettyWebServer) server()).getServer().getConnectors();
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@SuppressWarnings("unchecked")
	ConfigManager<WolfConfig> manager() {
		return this.context.getBean(ConfigManager.class);
	}

	WebServer server() {
		return ((WebServerApplicationContext) this.context).getWebServer();
	}

	int localPort() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Write another port to the file and have it looked at. */
	ReloadResult change(int port) {
		write(this.file, port);
		return manager().reload();
	}

	void move(int port) {
		ReloadResult result = change(port);
		assertThat(result.outcome()).as(result::toString).isEqualTo(Outcome.APPLIED);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** Wait for what a server does, also where it has to share its processor. */
	static ConditionFactory patiently() {
		return Awaitility.await().atMost(Duration.ofSeconds(40));
	}

	private static void write(Path file, int port) {
		try {
			Files.writeString(file, "web_port = " + port + "\n");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String[] with(String[] properties, String further) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add(further);
		return all.toArray(String[]::new);
	}

	/**
	 * What every application has.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Node {

	}

	/**
	 * What a servlet application has.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Servlets {

		@Bean
		ServletRegistrationBean<NodeServlet> nodeServlet() {
			return new ServletRegistrationBean<>(new NodeServlet(), "/*");
		}

	}

}
