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
package io.wolfprowler.config.remote.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.remote.http.Certificates;
import io.wolfprowler.config.remote.http.HttpSource;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigAutoConfiguration;
import io.wolfprowler.config.test.InMemorySource;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HttpSourceAutoConfiguration}, and for sources that an application
 * brings along.
 */
class HttpSourceAutoConfigurationTests {

	@TempDir
	private Path directory;

	private HttpServer server;

	private final List<String> authorizations = new CopyOnWriteArrayList<>();

	private ApplicationContextRunner context;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/config.toml", (exchange) -> {
			this.authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
			answer(exchange);
		});
		this.server.start();
		this.context = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(HttpSourceAutoConfiguration.class,
					EtcdSourceAutoConfiguration.class, WolfConfigAutoConfiguration.class))
			.withPropertyValues("wolf.config.hot-reload.enabled=false",
					"wolf.config.cache=" + this.directory.resolve("cache.toml"));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', textBlock = """
			wolf.config.http.redirects=false                         | null
			wolf.config.http.bearer-token=abc                        | Bearer abc
			wolf.config.http.bearer-token=${TOKEN:from-elsewhere}    | Bearer from-elsewhere
			wolf.config.http.headers.Authorization=Token abc         | Token abc
			wolf.config.http.username=me                             | Basic bWU6
			""")
	void readsFromTheUrlWithItsCredentials(String property, String authorization) {
		http().withPropertyValues(property).run((context) -> {
			assertThat(manager(context.getBean(ConfigManager.class)).getConfig().maxPeers()).isEqualTo(7);
			assertThat(this.authorizations).containsOnly(authorization);
			assertThat(context.getBean(HttpSourceProperties.class).toString()).doesNotContain("abc");
			assertThat(context.getBean(ConfigManager.class).configPath())
				.isEqualTo(this.directory.resolve("cache.toml"));
		});
		assertThat(this.directory.resolve("cache.toml")).hasContent("max_peers = 7\n");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					wolf.config.source=HTTP                                               | wolf.config.http.url
					wolf.config.source=HTTP,wolf.config.http.url=http://example.org/x     | url must be https unless http is allowed
					wolf.config.source=ETCD                                               | wolf.config.etcd.endpoints
					wolf.config.source=ETCD,wolf.config.etcd.endpoints=http://example.org | endpoints must be https unless http is allowed
					""")
	void saysWhatIsMissingOrNotSafe(String properties, String message) {
		this.context.withPropertyValues(properties.split(","))
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
	}

	@Test
	void trustsTheCertificatesOfASslBundle() {
		Certificates certificates = new Certificates(this.directory);
		certificates.add("server", "O=test", "SAN=dns:localhost", "-1d");
		certificates.exportPem("server");
		HttpsServer https = https(certificates);
		try {
			ApplicationContextRunner tls = this.context
				.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
				.withPropertyValues("wolf.config.source=HTTP",
						"wolf.config.http.url=https://localhost:" + https.getAddress().getPort() + "/config.toml",
						"spring.ssl.bundle.pem.fleet.truststore.certificate=file:"
								+ this.directory.resolve("authority.pem"));
			tls.withPropertyValues("wolf.config.http.ssl-bundle=fleet")
				.run((context) -> assertThat(manager(context.getBean(ConfigManager.class)).getConfig().maxPeers())
					.isEqualTo(7));
			tls.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("configure an SSL bundle with the authority that signed it"));
		}
		finally {
			https.stop(0);
		}
	}

	private static HttpsServer https(Certificates certificates) {
		try {
			HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			https.setHttpsConfigurator(new HttpsConfigurator(certificates.context("server", false)));
			https.createContext("/config.toml", HttpSourceAutoConfigurationTests::answer);
			https.start();
			return https;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		byte[] text = "max_peers = 7\n".getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, text.length);
		exchange.getResponseBody().write(text);
		exchange.close();
	}

	@Test
	void aSourceOfTheApplicationComesFirst() {
		http().withBean("mine", ConfigSource.class, () -> new InMemorySource("max_peers = 3\n")).run((context) -> {
			assertThat(context).doesNotHaveBean(HttpSource.class);
			assertThat(manager(context.getBean(ConfigManager.class)).getConfig().maxPeers()).isEqualTo(3);
		});
	}

	private ApplicationContextRunner http() {
		return this.context.withPropertyValues("wolf.config.source=HTTP",
				"wolf.config.http.url=http://localhost:" + this.server.getAddress().getPort() + "/config.toml");
	}

	@SuppressWarnings("unchecked")
	private static ConfigManager<WolfConfig> manager(ConfigManager<?> manager) {
		return (ConfigManager<WolfConfig>) manager;
	}

}
