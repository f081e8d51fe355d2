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
package io.wolfprowler.config.remote.etcd;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLContext;

import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.remote.http.Certificates;
import io.wolfprowler.config.spi.SourceContent;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link EtcdSource} with users, roles and certificates.
 */
@Tag("filesystem")
class EtcdSecurityTests {

	private static final String KEY = "/wolf/config";

	@TempDir
	static Path directory;

	@TempDir
	static Path certificatesDirectory;

	private static Certificates certificates;

	private static EtcdCluster etcd;

	@BeforeAll
	static void start() {
		EtcdCluster.program("etcd");
		certificates = new Certificates(certificatesDirectory);
		certificates.add("server", "O=etcd", "SAN=dns:localhost,ip:127.0.0.1", "-1d");
		certificates.add("named", "CN=named", "SAN=dns:localhost", "-1d");
		certificates.add("nameless", "O=apps", "SAN=dns:localhost", "-1d");
		certificates.exportPem("server");
		etcd = new EtcdCluster(directory, 1, "--unsafe-no-fsync", "--auth-token-ttl", "2");
		etcd.put(KEY, "limit = 1");
		etcd.put("/other", "secret");
		etcd.ctl("user", "add", "root:root");
		etcd.ctl("user", "grant-role", "root", "root");
		etcd.ctl("user", "add", "reader:reads");
		etcd.ctl("role", "add", "reading");
		etcd.ctl("role", "grant-permission", "reading", "read", KEY);
		etcd.ctl("user", "grant-role", "reader", "reading");
		etcd.ctl("auth", "enable");
	}

	@AfterAll
	static void stop() {
		if (etcd != null) {
			etcd.close();
		}
	}

	@Test
	void readsAsAUserWithItsRole() throws IOException {
		try (EtcdSource source = source("reader", "reads", KEY)) {
			assertThat(source.read().bytes()).asString(StandardCharsets.UTF_8).startsWith("limit = ");
			assertThatIOException().isThrownBy(() -> source.write(new byte[] { '#' }, "1"))
				.withMessageContaining("the user has no permission for the key");
		}
	}

	@Test
	void saysWhatIsWrongWithTheUser() {
		assertThatIOException().isThrownBy(() -> read(null, "", KEY))
			.withMessageContaining("it requires a user and a password");
		assertThatIOException().isThrownBy(() -> read("reader", "canary", KEY))
			.withMessageContaining("the user or the password is wrong")
			.withMessageNotContaining("canary");
		assertThatIOException().isThrownBy(() -> read("reader", "reads", "/other"))
			.withMessageContaining("the user has no permission for the key");
	}

	@Test
	void logsInAgainWhenItsTokenIsOver() throws IOException {
		AtomicInteger asked = new AtomicInteger();
		EtcdSettings settings = new EtcdSettings(List.of(etcd.endpoints()), false, KEY, "reader", () -> {
			asked.incrementAndGet();
			return "reads";
		}, null, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10), 65_536);
		try (EtcdSource source = new EtcdSource(settings, WatchThread.shared())) {
			source.read();
			assertThat(asked).hasValue(1);

			Awaitility.await().pollDelay(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
				source.read();
				assertThat(asked).hasValueGreaterThan(1);
			});
		}
	}

	@Test
	void watchesAsAUser() {
		AtomicInteger signals = new AtomicInteger();
		try (EtcdSource source = source("reader", "reads", KEY)) {
			try (Subscription watch = source.watch(signals::incrementAndGet)) {
				Awaitility.await().until(() -> source.watchMode() == HotReloadMode.PUSH);
				int before = signals.get();
				etcd.ctl("--user", "root:root", "put", KEY, "limit = 2");
				Awaitility.await().until(() -> signals.get() > before);
			}
		}
	}

	@Test
	void goesOnWhenAPermissionIsTakenAndGivenBack() throws IOException {
		etcd.ctl("--user", "root:root", "user", "add", "guest:guest");
		etcd.ctl("--user", "root:root", "role", "add", "guests");
		etcd.ctl("--user", "root:root", "role", "grant-permission", "guests", "read", KEY);
		etcd.ctl("--user", "root:root", "user", "grant-role", "guest", "guests");
		AtomicInteger signals = new AtomicInteger();
		try (EtcdSource source = source("guest", "guest", KEY)) {
			try (Subscription watch = source.watch(signals::incrementAndGet)) {
				Awaitility.await().until(() -> source.watchMode() == HotReloadMode.PUSH);
				etcd.ctl("--user", "root:root", "role", "revoke-permission", "guests", KEY);
				etcd.ctl("--user", "root:root", "put", KEY, "limit = 3");
				assertThatIOException().isThrownBy(source::read).withMessageContaining("no permission");

				// Nothing is written any more.
				etcd.ctl("--user", "root:root", "role", "grant-permission", "guests", "read", KEY);
				int before = signals.get();
				Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> signals.get() > before);
				assertThat(source.read().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("limit = 3");
			}
		}
	}

	@Test
	void speaksTlsWithACertificateOfItsOwn(@TempDir Path own) throws IOException {
		try (EtcdCluster secured = secured(own, "--client-cert-auth")) {
			Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
				try (EtcdSource source = source(secured, certificates.context("nameless", true))) {
					source.write("limit = 1".getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT);
				}
			});
			assertThatIOException().isThrownBy(() -> read(secured, certificates.context(null, true)))
				.withMessageContaining("requires a client certificate");
			assertThatIOException().isThrownBy(() -> read(secured, certificates.context("nameless", false)))
				.withMessageContaining("its certificate is not trusted");
			assertThatIOException()
				.isThrownBy(() -> read(URI.create("http://localhost:" + secured.endpoints()[0].getPort())))
				.withMessageContaining("localhost");
		}
	}

	@Test
	void saysWhyACertificateWithANameIsRefused(@TempDir Path own) {
		try (EtcdCluster secured = secured(own, "--client-cert-auth")) {
			Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> byOperator(secured, "get", KEY));
			byOperator(secured, "user", "add", "root:root");
			byOperator(secured, "user", "grant-role", "root", "root");
			byOperator(secured, "auth", "enable");

			assertThatIOException().isThrownBy(() -> read(secured, certificates.context("named", true)))
				.withMessageContaining("accepts no client certificate with a common name");
		}
	}

	@Test
	void followsAClusterWithTlsAndUsersWhicheverMemberIsLost(@TempDir Path own) {
		try (EtcdCluster secured = new EtcdCluster(own, 3, tls())) {
			Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> byOperator(secured, "put", KEY, "0"));
			byOperator(secured, "user", "add", "root:root");
			byOperator(secured, "user", "grant-role", "root", "root");
			byOperator(secured, "auth", "enable");
			AtomicInteger signals = new AtomicInteger();
			EtcdSettings settings = new EtcdSettings(List.of(secured.endpoints()), false, KEY, "root", () -> "root",
					certificates.context(null, true), Duration.ofSeconds(1), Duration.ofSeconds(5),
					Duration.ofSeconds(10), 65_536);
			try (EtcdSource source = new EtcdSource(settings, WatchThread.shared());
					EtcdSource writer = new EtcdSource(settings, WatchThread.shared());
					Subscription watch = source.watch(signals::incrementAndGet)) {
				for (int i = 0; i < 3; i++) {
					String value = String.valueOf(i + 1);
					secured.member(i).kill();
					int before = signals.get();
					Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
						writer.write(value.getBytes(StandardCharsets.UTF_8), writer.read().revision());
						return true;
					});
					Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> signals.get() > before);
					Awaitility.await()
						.atMost(Duration.ofSeconds(60))
						.ignoreExceptions()
						.untilAsserted(() -> assertThat(source.read().bytes()).asString(StandardCharsets.UTF_8)
							.isEqualTo(value));
					secured.member(i).start("existing");
				}
			}
		}
	}

	@Test
	void logsInWithAPasswordThatWasChanged() throws IOException {
		etcd.ctl("--user", "root:root", "user", "add", "rotating:one");
		etcd.ctl("--user", "root:root", "user", "grant-role", "rotating", "reading");
		AtomicReference<String> password = new AtomicReference<>("one");
		EtcdSettings settings = new EtcdSettings(List.of(etcd.endpoints()), false, KEY, "rotating", password::get, null,
				Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10), 65_536);
		try (EtcdSource source = new EtcdSource(settings, WatchThread.shared())) {
			source.read();
			changePassword("rotating", "two");
			password.set("two");

			Awaitility.await()
				.pollDelay(Duration.ofSeconds(3))
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(source.read().bytes()).isNotEmpty());
		}
	}

	private static void changePassword(String user, String password) throws IOException {
		EtcdSettings asRoot = new EtcdSettings(List.of(etcd.endpoints()), false, KEY, "root", () -> "root", null,
				Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10), 65_536);
		try (EtcdClient client = new EtcdClient(asRoot)) {
			client.call("/v3/auth/user/changepw", Map.of("name", user, "password", password));
		}
	}

	private static String[] tls() {
		return new String[] { "--unsafe-no-fsync", "--cert-file", pem("server"), "--key-file", key("server") };
	}

	private static void byOperator(EtcdCluster secured, String... command) {
		List<String> all = new ArrayList<>(
				List.of("--cacert", pem("authority"), "--cert", pem("server"), "--key", key("server")));
		all.addAll(List.of(command));
		secured.ctl(all.toArray(String[]::new));
	}

	@Test
	void saysThatTheGatewayIsOff(@TempDir Path own, @TempDir Path conf) throws IOException {
		List<Integer> ports = EtcdCluster.freePorts(2);
		Path file = Files.writeString(conf.resolve("etcd.yml"), """
				name: m0
				data-dir: %s
				listen-client-urls: http://127.0.0.1:%d
				advertise-client-urls: http://127.0.0.1:%d
				listen-peer-urls: http://127.0.0.1:%d
				initial-advertise-peer-urls: http://127.0.0.1:%d
				initial-cluster: m0=http://127.0.0.1:%d
				enable-grpc-gateway: false
				""".formatted(own, ports.get(0), ports.get(0), ports.get(1), ports.get(1), ports.get(1)));
		Process process = new ProcessBuilder(EtcdCluster.program("etcd"), "--config-file", file.toString())
			.redirectErrorStream(true)
			.redirectOutput(conf.resolve("log").toFile())
			.start();
		try {
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThatIOException()
					.isThrownBy(() -> read(URI.create("http://localhost:" + ports.get(0))))
					.withMessageContaining("has no JSON gateway; start etcd with enable-grpc-gateway: true"));
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static EtcdCluster secured(Path own, String... more) {
		List<String> options = new ArrayList<>(List.of("--unsafe-no-fsync", "--cert-file", pem("server"), "--key-file",
				key("server"), "--trusted-ca-file", pem("authority")));
		options.addAll(List.of(more));
		return new EtcdCluster(own, 1, options.toArray(String[]::new));
	}

	private static String pem(String alias) {
		return certificatesDirectory.resolve(alias + ".pem").toString();
	}

	private static String key(String alias) {
		return certificatesDirectory.resolve(alias + ".key").toString();
	}

	private static void read(@Nullable String user, String password, String key) throws IOException {
		try (EtcdSource source = source(user, password, key)) {
			source.read();
		}
	}

	private static void read(EtcdCluster cluster, SSLContext context) throws IOException {
		try (EtcdSource source = source(cluster, context)) {
			source.read();
		}
	}

	private static void read(URI endpoint) throws IOException {
		try (EtcdSource source = new EtcdSource(EtcdSettings.of(endpoint), WatchThread.shared())) {
			source.read();
		}
	}

	private static EtcdSource source(EtcdCluster cluster, SSLContext context) {
		return new EtcdSource(
				new EtcdSettings(List.of(cluster.endpoints()), false, KEY, null, () -> "", context,
						Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10), 65_536),
				WatchThread.shared());
	}

	private static EtcdSource source(@Nullable String user, String password, String key) {
		return new EtcdSource(
				new EtcdSettings(List.of(etcd.endpoints()), false, key, user, () -> password, null,
						Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10), 65_536),
				WatchThread.shared());
	}

}
