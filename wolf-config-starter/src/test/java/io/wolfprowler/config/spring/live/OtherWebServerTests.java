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
import java.nio.file.Path;
import java.util.List;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.tomcat.reactive.TomcatReactiveWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;

import static io.wolfprowler.config.spring.live.WebNode.patiently;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebPort} with reactive servers, a management server, and none.
 */
class OtherWebServerTests {

	private static final String JETTY_MANAGEMENT = "org.springframework.boot.jetty.autoconfigure.actuate.web.server.JettyServletManagementContextAutoConfiguration";

	private final int first = FreePorts.next();

	private final int second = FreePorts.next();

	@TempDir
	Path directory;

	@Test
	void startsReactorNettyOnThePortInTheFileAndVetoesAnother() throws IOException {
		try (WebNode node = WebNode.start(this.directory, this.first, WebApplicationType.REACTIVE,
				List.of(Netty.class))) {
			assertThat(node.localPort()).isEqualTo(this.first);

			ReloadResult result = node.change(this.second);

			assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
			assertThat(result.problems()).extracting(Problem::message)
				.containsExactly("web_port can't change while this server runs: restart the application");
			assertThat(node.manager().getConfig().webPort()).isEqualTo(this.first);
			get(this.first);
		}
	}

	@Test
	void movesTomcatAsAReactiveServer() throws IOException {
		try (WebNode node = WebNode.start(this.directory, this.first, WebApplicationType.REACTIVE,
				List.of(ReactiveTomcat.class), "wolf.config.web-server.overlap=50ms")) {
			node.move(this.second);

			get(this.second);
			patiently().until(() -> node.server().getPort() == this.second);
			patiently().until(() -> node.localPort() == this.second);
		}
	}

	@Test
	void leavesTheManagementPortAlone() throws IOException {
		int management = FreePorts.next();
		try (WebNode node = WebNode.tomcat(this.directory, this.first, "management.server.port=" + management,
				"spring.autoconfigure.exclude[1]=" + JETTY_MANAGEMENT, "wolf.config.web-server.overlap=50ms")) {
			node.move(this.second);

			patiently().until(() -> node.server().getPort() == this.second);
			assertThat(node.localPort()).isEqualTo(this.second);
			assertThat(node.context().getEnvironment().getProperty("local.management.port", Integer.class))
				.isEqualTo(management);
			new RawClient(management).close();
			get(this.second);
		}
	}

	@Test
	void doesNothingWithoutAWebServer() {
		try (WebNode node = WebNode.start(this.directory, this.first, WebApplicationType.NONE, List.of())) {
			node.move(this.second);

			assertThat(node.context().getBeanNamesForType(WebPort.class)).isEmpty();
		}
	}

	private static void get(int port) throws IOException {
		try (RawClient client = new RawClient(port)) {
			client.get("/");
		}
	}

	/**
	 * A handler that answers with nothing.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Handler {

		@Bean
		HttpHandler nothing() {
			return (request, response) -> {
				response.getHeaders().setContentLength(0);
				return response.setComplete();
			};
		}

	}

	/**
	 * Reactor Netty.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Netty extends Handler {

		@Bean
		NettyReactiveWebServerFactory factory() {
			return new NettyReactiveWebServerFactory();
		}

	}

	/**
	 * Tomcat.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ReactiveTomcat extends Handler {

		@Bean
		TomcatReactiveWebServerFactory factory() {
			return new TomcatReactiveWebServerFactory();
		}

	}

}
