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

package io.wolfprowler.config.internal.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.fixtures.FakeScheduler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchedFiles}.
 */
@Tag("filesystem")
class WatchedFilesTests {

	private final FakeScheduler scheduler = new FakeScheduler();

	private final AtomicInteger signals = new AtomicInteger();

	@TempDir
	private Path temp;

	@Test
	void pollsAtOnceWhenTheDirectoryIsFoundMissingAfterTheChangeWasSignalled() throws Exception {
		WatchedFiles files = new WatchedFiles(this.scheduler,
				new WatchedDirectories(FileSystems.getDefault()::newWatchService), Clock.systemUTC());
		Path directory = Files.createDirectory(this.temp.toRealPath().resolve("conf"));
		Path file = Files.writeString(directory.resolve("x.toml"), "one");
		Watch watch = files.add(file, WatchRig.PUSHED, this.signals::incrementAndGet);
		Files.delete(file);
		WatchKey key = nextEvents(files);
		files.dispatch(key);
		Files.delete(directory);
		WatchRig.await().until(() -> !key.isValid());
		Files.writeString(directory, "no directory");
		this.scheduler.advance(Duration.ofMillis(100));
		assertThat(watch.mode()).isEqualTo(WatchMode.POLL);
		int before = this.signals.get();

		Files.delete(directory);
		Files.writeString(Files.createDirectory(directory).resolve("x.toml"), "two");
		this.scheduler.advance(Duration.ofSeconds(2));

		assertThat(this.signals.get()).isGreaterThan(before);
		watch.close();
	}

	@Test
	void leavesAFileAloneThatStaysTheSame() throws IOException {
		Path file = Files.writeString(this.temp.toRealPath().resolve("x.toml"), "one");
		Watch watch = longAfter().add(file, WatchRig.PUSHED, this.signals::incrementAndGet);

		this.scheduler.advance(WatchRig.PUSHED.pollInterval().multipliedBy(100));

		assertThat(watch.mode()).isEqualTo(WatchMode.PUSH);
		assertThat(this.signals).hasValue(0);
		watch.close();
	}

	@Test
	void findsAWriteThatRaisedNoEventAndPutTheTimeBack() throws IOException {
		Path directory = this.temp.toRealPath();
		Path file = Files.writeString(Files.createDirectory(directory.resolve("conf")).resolve("x.toml"), "one");
		Path other = Files.createLink(directory.resolve("other"), file);
		Watch watch = longAfter().add(file, WatchRig.PUSHED, this.signals::incrementAndGet);
		Fingerprint before = Fingerprint.thorough(file);

		WatchRig.await().until(() -> {
			Files.writeString(other, "two");
			Files.setLastModifiedTime(other, before.modified());
			return !Fingerprint.thorough(file).isSameAs(before);
		});
		this.scheduler.advance(WatchRig.PUSHED.pollInterval().multipliedBy(12).plusSeconds(1));

		assertThat(Fingerprint.quick(file).isSameAs(before)).isTrue();
		assertThat(this.signals).hasValue(1);
		watch.close();
	}

	// A file just written is signalled again in any case.
	private WatchedFiles longAfter() {
		return new WatchedFiles(this.scheduler, new WatchedDirectories(FileSystems.getDefault()::newWatchService),
				Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
	}

	private static WatchKey nextEvents(WatchedFiles files) throws IOException, InterruptedException {
		return Objects.requireNonNull(Objects.requireNonNull(files.events()).poll(10, TimeUnit.SECONDS));
	}

}
