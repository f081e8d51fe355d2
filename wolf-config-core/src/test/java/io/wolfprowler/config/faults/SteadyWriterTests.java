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

package io.wolfprowler.config.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.Footprint;
import io.wolfprowler.config.fixtures.RecordingObserver;
import io.wolfprowler.config.fixtures.Scale;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A writer that never pauses, and readers that never pause.
 */
@Tag("faults")
class SteadyWriterTests {

	private static final Duration DEBOUNCE = Duration.ofMillis(100);

	private static final Duration MAX_WAIT = Duration.ofMillis(500);

	private static final int READERS = 4;

	private final AtomicBoolean done = new AtomicBoolean();

	private final AtomicLong reads = new AtomicLong();

	private final AtomicInteger torn = new AtomicInteger();

	private final RecordingObserver<WolfConfig> observer = new RecordingObserver<>();

	@TempDir
	private Path directory;

	private PacedWriter writer;

	private CountingSource source;

	private Duration took;

	private int applied;

	private ConfigManager<WolfConfig> manager;

	@BeforeEach
	void start() throws IOException {
		Path file = this.directory.resolve("config.toml");
		this.writer = new PacedWriter(file);
		this.writer.overwrite(PacedWriter.FIRST);
		this.source = new CountingSource(new FileSource(file, 1000, FilePermissions.WARN,
				new WatchSettings(DEBOUNCE, MAX_WAIT, Duration.ofSeconds(5), false)), PacedWriter::isWhole);
		this.manager = ConfigManager.builder(WolfConfig.class)
			.source(this.source, file)
			.watch((watch) -> watch.debounce(DEBOUNCE).maxWait(MAX_WAIT))
			.observer(this.observer)
			.build();
		this.manager.enableHotReload();
	}

	@AfterEach
	void close() {
		this.done.set(true);
		this.manager.close();
	}

	@Test
	void isFollowedAtTheRateOfTheDebounceAndShowsNobodyAHalfState() throws Exception {
		Footprint growth = follow(Scale.of(10_000), this.writer::overwrite);

		assertThat(this.torn).hasValue(0);
		assertThat(growth.threads()).isLessThanOrEqualTo(1);
	}

	@Test
	void isDeliveredOnceInAMaximumWaitWhenThereIsAlwaysAWholeStateToBeSeen() throws Exception {
		follow(Scale.of(3000), this.writer::replace);

		assertThat(this.torn).hasValue(0);
	}

	// A look may find the writer at it, and come to nothing. What is whole is delivered.
	private Footprint follow(int count, PacedWriter.Write write) throws Exception {
		List<Thread> readers = startReaders();
		Footprint before = Footprint.now();
		long start = System.nanoTime();
		int last = this.writer.run(count, write);
		this.took = Duration.ofNanos(System.nanoTime() - start);
		this.applied = this.observer.transitions().size();
		int looks = this.source.looks();
		await().atMost(Duration.ofSeconds(30)).until(() -> this.manager.getConfig().webPort() == last);
		Footprint growth = Footprint.now().since(before);
		stop(readers);
		System.out.printf("Steady writer: %,d writes in %d ms, %d looks, %d reloads, %,d reads, %d torn; %s%n", count,
				this.took.toMillis(), looks, this.applied, this.reads.get(), this.torn.get(), growth);
		assertThat((long) this.applied)
			.isGreaterThanOrEqualTo(this.took.dividedBy(MAX_WAIT.plus(DEBOUNCE.multipliedBy(2))));
		assertThat((long) this.applied).isLessThanOrEqualTo(this.took.dividedBy(DEBOUNCE) + 1);
		await().untilAsserted(() -> assertThat(this.observer.transitions()).hasSize(this.source.states() - 1));
		return growth;
	}

	private List<Thread> startReaders() {
		List<Thread> readers = new ArrayList<>();
		for (int i = 0; i < READERS; i++) {
			Thread reader = new Thread(this::readOn, "reader-" + i);
			reader.start();
			readers.add(reader);
		}
		return readers;
	}

	private void readOn() {
		long count = 0;
		while (!this.done.get()) {
			if (!PacedWriter.isWhole(this.manager.getConfig())) {
				this.torn.incrementAndGet();
			}
			count++;
		}
		this.reads.addAndGet(count);
	}

	private void stop(List<Thread> readers) throws InterruptedException {
		this.done.set(true);
		for (Thread reader : readers) {
			reader.join();
		}
	}

}
