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
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.remote.Jitter;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link HttpWatch}: time is told to pass, and a real server answers.
 */
@Tag("filesystem")
class HttpWatchTests {

	private final FakeScheduler scheduler = new FakeScheduler();

	private final ScriptedServer server = new ScriptedServer();

	private final AtomicInteger signals = new AtomicInteger();

	private HttpSource source = source(Duration.ZERO);

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.source.close();
		this.server.close();
	}

	@Test
	void signalsOnceForEachContent() throws IOException {
		this.server.answer(ScriptedServer.text("limit = 1\n", "ETag: \"1\""));
		try (Subscription watch = this.source.watch(this.signals::incrementAndGet)) {
			poll(1);
			assertThat(this.signals).hasValue(1);
			this.source.read();
			poll(3);
			poll(4);
			assertThat(this.signals).hasValue(1);

			this.server.answer(ScriptedServer.text("limit = 2\n", "ETag: \"2\""));
			poll(5);
			assertThat(this.signals).hasValue(2);
			assertThat(this.source.watchStats().signals()).isEqualTo(2);
			assertThat(this.source.watchMode()).isEqualTo(HotReloadMode.POLL);
			assertThat(this.server.lastRequest().headers()).contains("If-None-Match: \"1\"");
		}
	}

	@Test
	void signalsWhenTheContentIsGoneAndWhenItIsBack() {
		this.server.answer(ScriptedServer.text("limit = 1\n", "ETag: \"1\""));
		try (Subscription watch = this.source.watch(this.signals::incrementAndGet)) {
			poll(1);
			this.server.answer(ScriptedServer.status(404, ""));
			poll(2);
			assertThat(this.signals).hasValue(2);
			assertThatIOException().isThrownBy(this.source::read);
			poll(4);
			assertThat(this.signals).hasValue(2);

			this.server.answer(ScriptedServer.status(304, ""));
			poll(5);
			assertThat(this.signals).hasValue(3);
		}
	}

	@Test
	void signalsAgainUntilSomebodyHasRead() throws IOException {
		this.server.answer(ScriptedServer.text("limit = 1\n", "ETag: \"1\""));
		try (Subscription watch = this.source.watch(this.signals::incrementAndGet)) {
			poll(1);
			this.server.answerOnce(ScriptedServer.status(500, ""));
			assertThatIOException().isThrownBy(this.source::read);
			poll(3);
			assertThat(this.signals).hasValue(2);

			this.source.read();
			poll(5);
			assertThat(this.signals).hasValue(2);
		}
	}

	@Test
	void waitsAsLongAsTheServerSays() {
		this.server.answer(ScriptedServer.status(503, "", "Retry-After: 120"));
		try (Subscription watch = this.source.watch(this.signals::incrementAndGet)) {
			poll(1);

			this.scheduler.advance(Duration.ofSeconds(95));
			assertThat(this.server.requests()).hasSize(1);
			this.scheduler.advance(Duration.ofSeconds(50));
			await().untilAsserted(() -> assertThat(this.server.requests()).hasSize(2));
		}
	}

	@Test
	void asksForNothingOnceItIsClosed() {
		Subscription watch = this.source.watch(this.signals::incrementAndGet);
		poll(1);

		watch.close();
		this.scheduler.advance(Duration.ofHours(1));

		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void asksAgainAtOnceWhereTheServerWaitsForAChange() {
		this.source = source(Duration.ofSeconds(20));
		this.server.answerOnce(held("limit = 1\n"));
		this.server.answerOnce(held("limit = 2\n"));
		this.server.answer(ScriptedServer.stalled(""));
		try (Subscription watch = this.source.watch(this.signals::incrementAndGet)) {
			this.scheduler.advance(Duration.ZERO);
			await().until(() -> {
				this.scheduler.advance(Duration.ofMillis(100));
				return this.server.requests().size() == 3;
			});

			assertThat(this.signals).hasValue(2);
			assertThat(this.server.lastRequest().headers()).contains("Prefer: wait=20");
			assertThat(this.source.watchMode()).isEqualTo(HotReloadMode.PUSH);
		}
	}

	@Test
	void aManagerFollowsAServer() {
		this.server.answer(ScriptedServer.text("limit = 1\n"));
		try (ConfigManager<Limit> manager = ConfigManager.builder(Limit.class)
			.source(this.source, this.directory.resolve("config.toml"))
			.build()) {
			manager.enableHotReload();
			assertThat(manager.getConfig().limit()).isEqualTo(1);

			this.server.answer(ScriptedServer.text("limit = 2\n"));
			pollUntil(() -> assertThat(manager.getConfig().limit()).isEqualTo(2));

			this.server.answer(ScriptedServer.text("limit = \"many\"\n"));
			pollUntil(() -> assertThat(manager.status().lastReload().result().outcome()).isEqualTo(Outcome.REJECTED));

			this.server.answer(ScriptedServer.raw(""));
			pollUntil(
					() -> assertThat(manager.status().lastReload().result().outcome()).isEqualTo(Outcome.UNAVAILABLE));
			assertThat(manager.getConfig().limit()).isEqualTo(2);

			this.server.answer(ScriptedServer.text("limit = 3\n"));
			pollUntil(() -> assertThat(manager.getConfig().limit()).isEqualTo(3));
		}
	}

	private void pollUntil(Runnable assertion) {
		await().untilAsserted(() -> {
			this.scheduler.advance(Duration.ofSeconds(36));
			assertion.run();
		});
	}

	private void poll(int expected) {
		this.scheduler.advance((expected == 1) ? Duration.ZERO : Duration.ofSeconds(36));
		await().untilAsserted(() -> {
			assertThat(this.server.requests()).hasSize(expected);
			assertThat(this.scheduler.pending()).isEqualTo(1);
		});
	}

	/** The server waits, as the watch sees it, before it answers. */
	private ScriptedServer.Script held(String text) {
		return (out, scripted) -> {
			this.scheduler.advance(Duration.ofSeconds(5));
			ScriptedServer.text(text).answer(out, scripted);
		};
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(20));
	}

	private HttpSource source(Duration longPoll) {
		URI url = this.server.url();
		return new HttpSource(
				new HttpSettings(url, false, Map::of, null, Duration.ofSeconds(30), Duration.ofSeconds(2),
						Duration.ofSeconds(10), longPoll, 1024 * 1024, false, false),
				this.scheduler, InstantSource.system(), new Jitter(new Random(4711)));
	}

	record Limit(int limit) {
	}

}
