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

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.FreePorts;
import org.apache.catalina.Executor;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardThreadExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static io.wolfprowler.config.spring.live.WebNode.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that what was set up for one port holds for the next.
 */
class CarriedOverTests {

	@TempDir
	static Path keys;

	private static Path keyStore;

	private final int first = FreePorts.next();

	private final int second = FreePorts.next();

	@TempDir
	Path directory;

	@BeforeAll
	static void makeKeyStore() throws Exception {
		keyStore = makeKeyStore("web.p12");
	}

	private static Path makeKeyStore(String name) throws Exception {
		Path made = keys.resolve(name);
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "web", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
				"-keystore", made.toString(), "-storepass", "secret")
			.redirectErrorStream(true)
			.start();
		String output = new String(keytool.getInputStream().readAllBytes());
		assertThat(keytool.waitFor()).as(output).isZero();
		return made;
	}

	@Test
	void tomcatKeepsTlsProtocolsCompressionAndCustomizers() throws Exception {
		try (WebNode node = WebNode.start(this.directory, this.first, WebApplicationType.SERVLET,
				List.of(WebNode.Servlets.class, Customizer.class),
				secured("spring.autoconfigure.exclude[0]=" + WebNode.JETTY, "server.http2.enabled=true"))) {
			node.move(this.second);
			patiently().until(() -> node.server().getPort() == this.second);

			HttpResponse<byte[]> response = get(node);

			assertThat(response.version()).isEqualTo(Version.HTTP_2);
			assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
			assertThat(response.headers().firstValue("x-powered-by")).isPresent();
			assertThat(response.body()).hasSizeLessThan(1000);
		}
	}

	@Test
	void tomcatTakesANewCertificateAfterAMove() throws Exception {
		try (WebNode node = WebNode.tomcat(this.directory, this.first, secured())) {
			node.move(this.second);
			patiently().until(() -> node.server().getPort() == this.second);
			Path renewed = makeKeyStore("renewed.p12");

			node.context()
				.getBean(SslBundleRegistry.class)
				.updateBundle("web",
						SslBundle.of(new JksSslStoreBundle(
								JksSslStoreDetails.forLocation(renewed.toUri().toString()).withPassword("secret"),
								null)));

			assertThat(get(node, renewed).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void tomcatKeepsAdditionalConnectors() throws Exception {
		int additional = FreePorts.next();
		List<Integer> told = new CopyOnWriteArrayList<>();
		try (WebNode node = WebNode.start(this.directory, this.first, WebApplicationType.SERVLET,
				List.of(WebNode.Servlets.class, Additional.class), "additional.port=" + additional,
				"wolf.config.web-server.overlap=50ms", "spring.autoconfigure.exclude[0]=" + WebNode.JETTY)) {
			node.context()
				.addApplicationListener((ApplicationListener<WebServerInitializedEvent>) (event) -> told
					.add(event.getWebServer().getPort()));
			node.move(this.second);
			patiently().until(() -> node.tomcatConnectors().length == 2);
			patiently().untilAsserted(() -> assertThat(told).containsExactly(this.second));
			node.move(this.first);

			assertThat(node.localPort()).isEqualTo(this.first);
			for (int port : List.of(this.first, additional)) {
				try (RawClient client = new RawClient(port)) {
					assertThat(client.get("/")).startsWith("http ");
				}
			}
		}
	}

	@Test
	void tomcatLeavesNoExecutorBehind() throws Exception {
		try (WebNode node = WebNode.start(this.directory, this.first, WebApplicationType.SERVLET,
				List.of(WebNode.Servlets.class, OwnExecutors.class), "wolf.config.web-server.overlap=50ms",
				"spring.autoconfigure.exclude[0]=" + WebNode.JETTY); ServerSocket taken = new ServerSocket(0)) {
			Service service = ((TomcatWebServer) node.server()).getTomcat().getService();

			assertThat(node.change(taken.getLocalPort()).outcome()).isEqualTo(Outcome.VETOED);
			assertThat(service.findExecutors()).hasSize(1);
			node.move(this.second);
			assertThat(service.findExecutors()).hasSize(2);

			patiently().untilAsserted(() -> assertThat(service.findExecutors())
				.containsExactly((Executor) service.findConnectors()[0].getProtocolHandler().getExecutor()));
			try (RawClient client = new RawClient(this.second)) {
				assertThat(client.get("/")).startsWith("http ");
			}
		}
	}

	@Test
	void tomcatKeepsAnExecutorThatConnectorsShare() throws Exception {
		try (WebNode node = WebNode.start(this.directory, this.first, WebApplicationType.SERVLET,
				List.of(WebNode.Servlets.class, SharedExecutor.class), "wolf.config.web-server.overlap=50ms",
				"spring.autoconfigure.exclude[0]=" + WebNode.JETTY); ServerSocket taken = new ServerSocket(0)) {
			Service service = ((TomcatWebServer) node.server()).getTomcat().getService();

			assertThat(node.change(taken.getLocalPort()).outcome()).isEqualTo(Outcome.VETOED);
			node.move(this.second);
			patiently().until(() -> service.findConnectors().length == 1);

			assertThat(service.findExecutors()).hasSize(1);
			try (RawClient client = new RawClient(this.second)) {
				assertThat(client.get("/")).contains("shared-");
			}
		}
	}

	@Test
	void tomcatKeepsVirtualThreads() throws Exception {
		assumeTrue(Runtime.version().feature() >= 21, "needs Java 21 for virtual threads");
		try (WebNode node = WebNode.tomcat(this.directory, this.first, "spring.threads.virtual.enabled=true")) {
			node.move(this.second);

			try (RawClient client = new RawClient(this.second)) {
				assertThat(client.get("/")).contains("VirtualThread");
			}
		}
	}

	@Test
	void jettyKeepsTlsAndCompressionAlsoWhenTheOldPortIsGone() throws Exception {
		try (WebNode node = WebNode.jetty(this.directory, this.first, secured())) {
			for (int port : List.of(this.second, this.first, this.second)) {
				node.move(port);
				patiently().until(() -> node.jettyConnectors().length == 1);

				HttpResponse<byte[]> response = get(node);

				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
			}
		}
	}

	private static String[] secured(String... further) {
		String[] all = { "spring.ssl.bundle.jks.web.keystore.location=" + keyStore.toUri(),
				"spring.ssl.bundle.jks.web.keystore.password=secret", "server.ssl.bundle=web",
				"server.compression.enabled=true", "wolf.config.web-server.overlap=50ms",
				"wolf.config.web-server.drain-timeout=200ms" };
		for (String each : further) {
			all = WebNode.with(all, each);
		}
		return all;
	}

	private static HttpResponse<byte[]> get(WebNode node) throws Exception {
		return get(node, keyStore);
	}

	private static HttpResponse<byte[]> get(WebNode node, Path certificate) throws Exception {
		KeyStore trusted = KeyStore.getInstance(certificate.toFile(), "secret".toCharArray());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		HttpClient client = HttpClient.newBuilder().sslContext(context).build();
		URI uri = URI.create("https://localhost:" + node.localPort() + "/?size=10000");
		return client.send(HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip").build(),
				BodyHandlers.ofByteArray());
	}

	/**
	 * A customizer of the application.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Customizer {

		@Bean
		TomcatConnectorCustomizer poweredBy() {
			return (connector) -> connector.setXpoweredBy(true);
		}

	}

	/**
	 * An executor for each connector.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnExecutors {

		@Bean
		TomcatConnectorCustomizer ownExecutor() {
			return (connector) -> connector.getProtocolHandler().setExecutor(new StandardThreadExecutor());
		}

	}

	/**
	 * One executor for all connectors.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SharedExecutor {

		@Bean
		TomcatConnectorCustomizer sharedExecutor() {
			StandardThreadExecutor executor = new StandardThreadExecutor();
			executor.setNamePrefix("shared-");
			return (connector) -> connector.getProtocolHandler().setExecutor(executor);
		}

	}

	/**
	 * A further connector of the application.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Additional {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> additional(@Value("${additional.port}") int port) {
			return (factory) -> {
				Connector connector = new Connector();
				connector.setPort(port);
				factory.addAdditionalConnectors(connector);
			};
		}

	}

}
