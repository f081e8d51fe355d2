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
package io.wolfprowler.config.remote.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import com.sun.net.httpserver.HttpServer;
import io.wolfprowler.config.internal.watch.WatchThread;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link HttpSource} over TLS, with certificates of all kinds.
 */
class TlsTests {

	@TempDir
	static Path directory;

	private static Certificates certificates;

	@BeforeAll
	static void makeCertificates() {
		certificates = new Certificates(directory);
		certificates.add("good", "CN=good", "SAN=dns:localhost", "-1d");
		certificates.add("expired", "CN=expired", "SAN=dns:localhost", "-10d");
		certificates.add("early", "CN=early", "SAN=dns:localhost", "+10d");
		certificates.add("other", "CN=other", "SAN=dns:example.org", "-1d");
	}

	@ParameterizedTest(name = "{0}, {1}")
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			good    | true  | none
			good    | false | its certificate is not trusted; configure an SSL bundle
			expired | true  | its certificate has expired
			early   | true  | its certificate is not valid yet; check the clocks
			other   | true  | its certificate is for another host
			""")
	void readsOnlyFromWhomItTrusts(String certificate, boolean trusting, @Nullable String message) throws IOException {
		SSLContext serving = certificates.context(certificate, false);
		try (ScriptedServer server = new ScriptedServer(serving.getServerSocketFactory(), "https");
				HttpSource source = source(server.url(), certificates.context(null, trusting))) {
			if (message == null) {
				assertThat(source.read().bytes()).isNotEmpty();
			}
			else {
				assertThatIOException().isThrownBy(source::read).withMessageContaining(message);
				assertThat(server.requests()).isEmpty();
			}
		}
	}

	@Test
	void saysThatAServerWantsACertificate() throws IOException {
		SSLContext serving = certificates.context("good", true);
		try (ScriptedServer server = new ScriptedServer(new MutualSockets(serving), "https");
				HttpSource without = source(server.url(), certificates.context(null, true));
				HttpSource with = source(server.url(), certificates.context("good", true))) {
			assertThatIOException().isThrownBy(without::read).withMessageContaining("requires a client certificate");
			assertThat(with.read().bytes()).isNotEmpty();
		}
	}

	@Test
	void saysThatAServerMayNotSpeakTls() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.start();
		URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/config.toml");
		try (HttpSource source = source(url, null)) {
			assertThatIOException().isThrownBy(source::read).withMessageContaining("that it speaks https on this port");
		}
		finally {
			server.stop(0);
		}
	}

	private static HttpSource source(URI url, @Nullable SSLContext context) {
		return new HttpSource(new HttpSettings(url, false, Map::of, context, Duration.ofSeconds(30),
				Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ZERO, 1024 * 1024, false, false),
				WatchThread.shared());
	}

	private static final class MutualSockets extends ServerSocketFactory {

		private final SSLContext context;

		MutualSockets(SSLContext context) {
			this.context = context;
		}

		@Override
		public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
			SSLServerSocket socket = (SSLServerSocket) this.context.getServerSocketFactory()
				.createServerSocket(port, backlog, address);
			socket.setNeedClientAuth(true);
			return socket;
		}

		@Override
		public ServerSocket createServerSocket(int port) throws IOException {
			return createServerSocket(port, 0);
		}

		@Override
		public ServerSocket createServerSocket(int port, int backlog) throws IOException {
			return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
		}

	}

}
