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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EtcdFleetStore} with one real member.
 */
@Tag("filesystem")
class EtcdFleetStoreTests {

	@TempDir
	static Path directory;

	private static EtcdCluster etcd;

	@BeforeAll
	static void start() {
		etcd = new EtcdCluster(directory, 1, "--unsafe-no-fsync");
	}

	@AfterAll
	static void stop() {
		if (etcd != null) {
			etcd.close();
		}
	}

	@Test
	void everyNodeSeesTheReportsOfAll() throws IOException {
		try (EtcdFleetStore one = store("/a", 30); EtcdFleetStore other = store("/a", 30)) {
			one.publish("wolf", "n1", "version = 1");
			other.publish("wolf", "n2", "version = 1");
			one.publish("wolf", "n1", "version = 2");
			one.publish("wolf-two", "n1", "version = 7");

			assertThat(other.reports("wolf")).isEqualTo(Map.of("n1", "version = 2", "n2", "version = 1"));
			assertThat(other.reports("bear")).isEmpty();
		}
	}

	@Test
	void aReportGoesWithItsNode() throws IOException {
		try (EtcdFleetStore one = store("/b", 30); EtcdFleetStore other = store("/b", 30)) {
			one.publish("wolf", "n1", "version = 1");
			one.close();

			assertThat(other.reports("wolf")).isEmpty();
		}
	}

	@Test
	void aReportEndsUnlessItIsRenewed() throws IOException {
		try (EtcdFleetStore killed = store("/c", 2); EtcdFleetStore alive = store("/c", 2)) {
			killed.publish("wolf", "n1", "version = 1");
			alive.publish("wolf", "n2", "version = 1");

			await().untilAsserted(() -> {
				alive.renew();
				assertThat(alive.reports("wolf")).containsOnlyKeys("n2");
			});
		}
	}

	@Test
	void aReportThatWasLostIsLeftAgain() throws IOException {
		try (EtcdFleetStore store = store("/d", 2); EtcdFleetStore other = store("/d", 30)) {
			store.publish("wolf", "n1", "version = 1");
			await().untilAsserted(() -> assertThat(other.reports("wolf")).isEmpty());

			store.renew();
			assertThat(other.reports("wolf")).containsEntry("n1", "version = 1");

			await().untilAsserted(() -> assertThat(other.reports("wolf")).isEmpty());
			store.publish("wolf", "n1", "version = 2");
			assertThat(other.reports("wolf")).containsEntry("n1", "version = 2");
		}
	}

	@Test
	void theReportsOfLargeFleetsAreRead() throws IOException {
		String report = "x".repeat(3000);
		EtcdSettings settings = EtcdSettings.of(etcd.endpoints()).withMaxSize(1024);
		try (EtcdFleetStore store = new EtcdFleetStore(settings, "/wolf/fleet/e", Duration.ofSeconds(60))) {
			List<String> names = IntStream.range(0, 650).mapToObj((i) -> String.format("n%04d", i)).toList();
			for (String name : names) {
				store.publish("wolf", name, report);
			}
			assertThat(store.reports("wolf").keySet()).containsExactlyElementsOf(names);
			assertThat(store.reports("wolf").values()).containsOnly(report);
		}
	}

	private static EtcdFleetStore store(String prefix, int seconds) {
		return new EtcdFleetStore(EtcdSettings.of(etcd.endpoints()), "/wolf/fleet" + prefix,
				Duration.ofSeconds(seconds));
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
	}

}
