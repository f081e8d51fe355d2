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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509TrustManager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.remote.http.Certificates;
import io.wolfprowler.config.remote.http.HttpSettings;
import io.wolfprowler.config.remote.http.HttpSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SslContexts}.
 */
class SslContextsTests {

	@TempDir
	static Path directory;

	private static final Map<String, Certificates> authorities = new HashMap<>();

	@BeforeAll
	static void makeCertificates() throws IOException {
		for (String authority : List.of("ours", "others")) {
			Certificates certificates = new Certificates(Files.createDirectory(directory.resolve(authority)));
			certificates.add("good", "O=" + authority, "SAN=dns:localhost", "-1d");
			certificates.add("other", "O=" + authority, "SAN=dns:example.org", "-1d");
			certificates.exportPem("good");
			authorities.put(authority, certificates);
		}
	}

	@Test
	void trustWhomARenewedBundleTrustsAndNobodyElse() throws IOException {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("fleet", bundle(null, "others"));
		serve("good", false, (url) -> {
			try (HttpSource source = source(url, SslContexts.named("fleet", bundles))) {
				assertThatIOException().isThrownBy(source::read).withMessageContaining("is not trusted");
				bundles.updateBundle("fleet", bundle(null, "ours"));
				assertThat(source.read().bytes()).isNotEmpty();
				bundles.updateBundle("fleet", bundle(null, "others"));
				assertThatIOException().isThrownBy(source::read).withMessageContaining("is not trusted");
			}
		});
	}

	@Test
	void showTheCertificateOfARenewedBundle() throws IOException {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("fleet", bundle("others", "ours"));
		serve("good", true, (url) -> {
			try (HttpSource source = source(url, SslContexts.named("fleet", bundles))) {
				assertThatIOException().isThrownBy(source::read);
				bundles.updateBundle("fleet", bundle("ours", "ours"));
				assertThat(source.read().bytes()).isNotEmpty();
			}
		});
	}

	@Test
	void keepTheCertificatesWhenARenewedBundleCantBeRead() throws IOException {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("fleet", bundle(null, "ours"));
		serve("good", false, (url) -> {
			try (HttpSource source = source(url, SslContexts.named("fleet", bundles))) {
				assertThatIllegalStateException()
					.isThrownBy(() -> bundles.updateBundle("fleet", bundle(null, "missing")));
				assertThat(source.read().bytes()).isNotEmpty();
			}
		});
	}

	@Test
	void checkWhomACertificateIsFor() throws IOException {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("fleet", bundle(null, "ours"));
		serve("other", false, (url) -> {
			try (HttpSource source = source(url, SslContexts.named("fleet", bundles))) {
				assertThatIOException().isThrownBy(source::read).withMessageContaining("is for another host");
			}
		});
	}

	// The JDK checks names for managers that can't.
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "good,", "other,is for another host" })
	void leaveManagersOfAnotherKindAsTheyAre(String certificate, @Nullable String message) throws IOException {
		SslBundle lax = SslBundle.of(null, null, null, null, SslManagerBundle.from(new TrustsEverybody()));
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("fleet", lax);
		serve(certificate, false, (url) -> {
			try (HttpSource source = source(url, SslContexts.named("fleet", bundles))) {
				if (message == null) {
					assertThat(source.read().bytes()).isNotEmpty();
				}
				else {
					assertThatIOException().isThrownBy(source::read).withMessageContaining(message);
				}
			}
		});
	}

	// The server ends each connection after one answer, so every read opens another.
	private static void serve(String certificate, boolean mutual, Reader reader) throws IOException {
		SSLContext context = Objects.requireNonNull(authorities.get("ours")).context(certificate, mutual);
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context) {

			@Override
			public void configure(HttpsParameters parameters) {
				SSLParameters defaults = context.getDefaultSSLParameters();
				defaults.setNeedClientAuth(mutual);
				parameters.setSSLParameters(defaults);
			}

		});
		server.createContext("/config.toml", SslContextsTests::answer);
		server.start();
		try {
			reader.read(URI.create("https://localhost:" + server.getAddress().getPort() + "/config.toml"));
		}
		finally {
			server.stop(0);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		byte[] body = "max_peers = 7\n".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Connection", "close");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static SslBundle bundle(@Nullable String key, String trust) {
		PemSslStoreDetails keys = (key != null)
				? new PemSslStoreDetails(null, file(key, "good.pem"), file(key, "good.key")) : null;
		return SslBundle
			.of(new PemSslStoreBundle(keys, PemSslStoreDetails.forCertificate(file(trust, "authority.pem"))));
	}

	private static String file(String authority, String name) {
		return "file:" + directory.resolve(authority).resolve(name);
	}

	private static HttpSource source(URI url, SSLContext context) {
		return new HttpSource(new HttpSettings(url, false, Map::of, context, Duration.ofSeconds(30),
				Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ZERO, 1024 * 1024, false, false),
				WatchThread.shared());
	}

	private interface Reader {

		void read(URI url) throws IOException;

	}

	private static final class TrustsEverybody implements X509TrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
