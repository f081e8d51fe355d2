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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link EtcdSource} with one real member.
 */
@Tag("filesystem")
class EtcdSourceTests {

	@TempDir
	static Path directory;

	private static EtcdCluster etcd;

	private static final AtomicInteger keys = new AtomicInteger();

	private final String key = "/wolf/config-" + keys.incrementAndGet();

	private final AtomicInteger signals = new AtomicInteger();

	private EtcdSource source;

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

	@BeforeEach
	void create() {
		this.source = source(null, "");
	}

	@AfterEach
	void close() {
		this.source.close();
	}

	@Test
	void readsWhatWasPutLast() throws IOException {
		etcd.put(this.key, "limit = 1");
		SourceContent first = this.source.read();
		etcd.put(this.key, "limit = 2");
		SourceContent second = this.source.read();

		assertThat(first.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("limit = 1");
		assertThat(second.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("limit = 2");
		assertThat(Long.parseLong(second.revision())).isGreaterThan(Long.parseLong(first.revision()));
		assertThat(this.source.readAt(Long.parseLong(first.revision())).bytes()).isEqualTo(first.bytes());
	}

	@Test
	void saysThatThereIsNone() {
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(this.source::read).withMessage(this.key);
	}

	@Test
	void takesBytesAsTheyAre() throws IOException {
		byte[] bytes = { (byte) 0xff, 0, '\r', '\n', (byte) 0xef };

		this.source.write(bytes, SourceContent.ABSENT);

		assertThat(this.source.read().bytes()).isEqualTo(bytes);
	}

	@Test
	void refusesWhatIsTooLarge() throws IOException {
		etcd.put(this.key, "#".repeat(70_000));

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(this.source::read)
			.withMessage("must be at most 65536 bytes, found 70000");
		etcd.put(this.key, "");
		try (EtcdSource wide = new EtcdSource(settings(8L * 1024 * 1024, null, "", etcd.endpoints()),
				WatchThread.shared())) {
			wide.write("#".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), wide.read().revision());
		}
		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(this.source::read)
			.withMessage("must be at most 65536 bytes, found more");
	}

	@Test
	void saysThatAWriteIsTooLargeForEtcd() {
		assertThatIOException().isThrownBy(
				() -> this.source.write("#".repeat(2_000_000).getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT))
			.withMessageContaining("request is too large");
	}

	@Test
	void writesOverWhatItKnowsOnly() throws IOException {
		SourceContent created = this.source.write("a".getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT);
		SourceContent written = this.source.write("b".getBytes(StandardCharsets.UTF_8), created.revision());

		assertThat(this.source.read().revision()).isEqualTo(written.revision());
		assertThatExceptionOfType(StaleRevisionException.class)
			.isThrownBy(() -> this.source.write("c".getBytes(StandardCharsets.UTF_8), created.revision()));
		assertThatExceptionOfType(StaleRevisionException.class)
			.isThrownBy(() -> this.source.write("c".getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT));
		assertThat(this.source.read().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("b");
	}

	@Test
	void losesNoIncrementOfTwoWriters() throws Exception {
		this.source.write("0".getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT);
		Thread first = new Thread(() -> increment(250));
		first.start();
		increment(250);
		first.join();

		assertThat(this.source.read().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("500");
	}

	@Test
	void signalsEveryChange() {
		etcd.put(this.key, "limit = 1");
		try (Subscription watch = this.source.watch(this.signals::incrementAndGet)) {
			await().untilAsserted(() -> assertThat(this.source.watchMode()).isEqualTo(HotReloadMode.PUSH));
			for (int i = 2; i < 6; i++) {
				int before = this.signals.get();
				etcd.put(this.key, "limit = " + i);
				await().untilAsserted(() -> assertThat(this.signals.get()).isGreaterThan(before));
			}
			int before = this.signals.get();
			etcd.ctl("del", this.key);
			await().untilAsserted(() -> assertThat(this.signals.get()).isGreaterThan(before));
		}
		assertThat(this.source.watchMode()).isEqualTo(HotReloadMode.POLL);
	}

	@Test
	void aManagerFollowsAKey(@TempDir Path copy) {
		etcd.put(this.key, "limit = 1");
		try (ConfigManager<Limit> manager = ConfigManager.builder(Limit.class)
			.source(this.source, copy.resolve("config.toml"))
			.keepCopy(true)
			.build()) {
			manager.enableHotReload();
			await().untilAsserted(() -> assertThat(manager.status().hotReload()).isEqualTo(HotReloadMode.PUSH));

			etcd.put(this.key, "limit = 2");
			await().untilAsserted(() -> assertThat(manager.getConfig().limit()).isEqualTo(2));
			etcd.put(this.key, "limit = true");
			await().untilAsserted(
					() -> assertThat(manager.status().lastReload().result().outcome()).isEqualTo(Outcome.REJECTED));
			etcd.ctl("del", this.key);
			await().untilAsserted(
					() -> assertThat(manager.status().lastReload().result().outcome()).isEqualTo(Outcome.UNAVAILABLE));
			assertThat(manager.getConfig().limit()).isEqualTo(2);
			etcd.put(this.key, "limit = 3");
			await().untilAsserted(() -> assertThat(manager.getConfig().limit()).isEqualTo(3));

			manager.updateConfig((config) -> new Limit(4));
			manager.saveConfig();
			assertThat(etcd.ctl("get", "--print-value-only", this.key)).isEqualTo("limit = 4\n");
			manager.rollback(2);
			assertThat(etcd.ctl("get", "--print-value-only", this.key)).isEqualTo("limit = 2\n");
			await().untilAsserted(() -> assertThat(copy.resolve("config.toml")).hasContent("limit = 2"));
		}
	}

	@Test
	void findsWhatHasChangedWhileItWasCompacted() {
		etcd.put(this.key, "limit = 1");
		try (CutProxy proxy = new CutProxy(etcd.endpoints()[0].getPort());
				EtcdSource cut = new EtcdSource(settings(65_536, null, "", proxy.url()), WatchThread.shared())) {
			try (Subscription watch = cut.watch(this.signals::incrementAndGet)) {
				await().untilAsserted(() -> assertThat(cut.watchMode()).isEqualTo(HotReloadMode.PUSH));
				int before = this.signals.get();
				proxy.cut();
				for (int i = 0; i < 20; i++) {
					etcd.put(this.key, "limit = " + i);
				}
				String revision = etcd.ctl("get", this.key, "-w", "fields")
					.replaceAll("(?s).*\"Revision\" : (\\d+).*", "$1");
				etcd.ctl("compact", revision);
				proxy.mend();

				await().untilAsserted(() -> assertThat(this.signals.get()).isGreaterThan(before));
				await().untilAsserted(
						() -> assertThat(cut.read().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("limit = 19"));
			}
			assertThatIOException().isThrownBy(() -> this.source.readAt(2)).withMessageContaining("has been compacted");
		}
	}

	@Test
	void findsWhatAConnectionThatIsDeadDoesNotTell() {
		etcd.put(this.key, "limit = 1");
		try (CutProxy proxy = new CutProxy(etcd.endpoints()[0].getPort());
				EtcdSource cut = new EtcdSource(settings(65_536, null, "", proxy.url()), WatchThread.shared())) {
			try (Subscription watch = cut.watch(this.signals::incrementAndGet)) {
				await().untilAsserted(() -> assertThat(cut.watchMode()).isEqualTo(HotReloadMode.PUSH));
				proxy.blackHole();
				etcd.put(this.key, "limit = 2");
				int before = this.signals.get();

				await().untilAsserted(() -> assertThat(this.signals.get()).isGreaterThan(before));
			}
		}
	}

	@Test
	void aReaderThatIsSlowEndsAtTheNewest() {
		String filling = "#".repeat(20_000);
		try (CutProxy proxy = new CutProxy(etcd.endpoints()[0].getPort());
				EtcdSource slow = new EtcdSource(settings(65_536, null, "", proxy.url()), WatchThread.shared())) {
			etcd.put(this.key, "0" + filling);
			try (Subscription watch = slow.watch(this.signals::incrementAndGet)) {
				await().untilAsserted(() -> assertThat(slow.watchMode()).isEqualTo(HotReloadMode.PUSH));
				proxy.slowDown();
				for (int i = 1; i < 40; i++) {
					etcd.put(this.key, i + filling);
				}
				int before = this.signals.get();

				await().untilAsserted(() -> assertThat(this.signals.get()).isGreaterThan(before));
				await().untilAsserted(
						() -> assertThat(slow.read().bytes()).asString(StandardCharsets.UTF_8).startsWith("39#"));
			}
		}
	}

	@Test
	void canBeOpenedAndClosedAgainAndAgain() {
		etcd.put(this.key, "limit = 1");
		for (int i = 0; i < 200; i++) {
			try (EtcdSource each = source(null, "")) {
				each.watch(this.signals::incrementAndGet).close();
			}
		}

		await().untilAsserted(() -> {
			// Before JDK 21 nothing else ends the thread of a client.
			System.gc();
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.filteredOn((name) -> name.startsWith("HttpClient-") || name.startsWith("wolf-config-etcd"))
				.hasSizeLessThan(10);
		});
	}

	@Test
	void findsOutWhetherAWriteThatWasCutWasDone() throws IOException {
		try (CutProxy proxy = new CutProxy(etcd.endpoints()[0].getPort());
				EtcdSource cut = new EtcdSource(settings(65_536, null, "", proxy.url()), WatchThread.shared())) {
			proxy.cutAnswers(1);

			SourceContent written = cut.write("limit = 1".getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT);

			assertThat(this.source.read().revision()).isEqualTo(written.revision());
			proxy.cutAnswers(2);
			assertThatIOException()
				.isThrownBy(() -> cut.write("limit = 2".getBytes(StandardCharsets.UTF_8), written.revision()))
				.withMessageContaining("it is unknown whether it was written, so check it");
			assertThat(etcd.ctl("get", "--print-value-only", this.key)).isEqualTo("limit = 2\n");
		}
	}

	@Test
	void saysWhichMembersDoNotAnswer() {
		List<Integer> ports = EtcdCluster.freePorts(2);
		try (EtcdSource nowhere = new EtcdSource(settings(65_536, null, "",
				URI.create("http://localhost:" + ports.get(0)), URI.create("http://localhost:" + ports.get(1))),
				WatchThread.shared())) {
			assertThatIOException().isThrownBy(nowhere::read)
				.withMessageContaining("localhost:" + ports.get(0) + " refuses connections")
				.withMessageContaining("localhost:" + ports.get(1) + " refuses connections");
		}
	}

	@Test
	void readsFromTheMemberThatAnswers() throws IOException {
		etcd.put(this.key, "limit = 1");
		int nobody = EtcdCluster.freePorts(1).get(0);
		try (EtcdSource half = new EtcdSource(
				settings(65_536, null, "", URI.create("http://localhost:" + nobody), etcd.endpoints()[0]),
				WatchThread.shared())) {
			assertThat(half.read().bytes()).isNotEmpty();
		}
	}

	@Test
	void leavesNoThreadsBehind() {
		etcd.put(this.key, "limit = 1");
		try (EtcdSource own = source(null, "")) {
			Subscription watch = own.watch(this.signals::incrementAndGet);
			await().untilAsserted(() -> assertThat(own.watchMode()).isEqualTo(HotReloadMode.PUSH));
			watch.close();
		}
		this.source.close();

		await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.doesNotContain("wolf-config-etcd", "wolf-config-http"));
	}

	private void increment(int times) {
		try (EtcdSource own = source(null, "")) {
			int done = 0;
			while (done < times) {
				SourceContent present = own.read();
				int value = Integer.parseInt(new String(present.bytes(), StandardCharsets.UTF_8));
				try {
					own.write(String.valueOf(value + 1).getBytes(StandardCharsets.UTF_8), present.revision());
					done++;
				}
				catch (StaleRevisionException ex) {
					// The other one was first.
				}
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private EtcdSource source(@Nullable String user, String password) {
		return new EtcdSource(settings(65_536, user, password, etcd.endpoints()), WatchThread.shared());
	}

	private EtcdSettings settings(long maxSize, @Nullable String user, String password, URI... endpoints) {
		return new EtcdSettings(List.of(endpoints), false, this.key, user, () -> password, null, Duration.ofSeconds(1),
				Duration.ofSeconds(2), Duration.ofSeconds(2), maxSize);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

	record Limit(int limit) {
	}

}
