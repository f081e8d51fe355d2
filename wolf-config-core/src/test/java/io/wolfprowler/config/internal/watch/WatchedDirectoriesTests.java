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
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.Watchable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wolfprowler.config.fixtures.FakeScheduler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchedDirectories}.
 */
@Tag("filesystem")
class WatchedDirectoriesTests {

	private final WatchedDirectories directories = new WatchedDirectories(FileSystems.getDefault()::newWatchService);

	@TempDir
	Path temp;

	private Path conf;

	@BeforeEach
	void createDirectory() throws IOException {
		this.conf = Files.createDirectory(this.temp.toRealPath().resolve("conf"));
	}

	@AfterEach
	void close() {
		this.directories.close();
	}

	@Test
	void registersADirectoryOnceForAllItsFiles() {
		assertThat(watch(file("x.toml"))).isTrue();
		assertThat(watch(file("y.toml"))).isFalse();
	}

	@Test
	void registersAgainADirectoryThatWasReplaced() throws IOException {
		WatchedFile file = file("x.toml");
		watch(file);

		Files.move(this.conf, this.conf.resolveSibling("old"));
		Files.createDirectory(this.conf);

		assertThat(watch(file)).isTrue();
		assertThat(watch(file)).isFalse();
		assertDelivers(file);
	}

	@Test
	void keepsADirectoryUntilItsLastFileIsReleased() throws IOException {
		WatchedFile first = file("x.toml");
		WatchedFile last = file("y.toml");
		watch(first);
		watch(last);

		this.directories.release(first, chain(first));
		assertDelivers(last);
		this.directories.release(last, chain(last));

		assertThat(this.directories.covers(chain(last))).isFalse();
	}

	@Test
	void releasesADirectoryThatIsNotOnTheWayAnyMore() throws IOException {
		WatchedFile file = file("x.toml");
		LinkChain before = chain(file);
		watch(file);
		Path other = Files.createDirectory(this.conf.resolveSibling("other"));

		this.directories.watch(file, before, LinkChain.of(other.resolve("x.toml")));

		assertThat(this.directories.covers(before)).isFalse();
	}

	@Test
	void lostEventsConcernAllFilesOfTheDirectoryAndAreCounted() {
		WatchedFile first = file("x.toml");
		WatchedFile last = file("y.toml");
		WatchedDirectory directory = new WatchedDirectory(this.conf, new SilentKey());
		directory.assign(first, Set.of(Path.of("x.toml")));
		directory.assign(last, Set.of(Path.of("y.toml")));
		Set<WatchedFile> concerned = new HashSet<>();

		directory.deliver(new LostEvents(), (file, created) -> concerned.add(file));
		directory.deliver(new LostEvents(), (file, created) -> concerned.add(file));

		assertThat(concerned).containsExactlyInAnyOrder(first, last);
		assertThat(first.overflows()).isEqualTo(2);
		assertThat(last.overflows()).isEqualTo(2);
	}

	private void assertDelivers(WatchedFile file) throws IOException {
		WatchService service = this.directories.service();
		assertThat(service).isNotNull();
		Set<WatchedFile> concerned = new HashSet<>();
		Files.writeString(Path.of(file.toString()), "edit");
		Awaitility.await().until(() -> {
			this.directories.dispatch(service.take(), (each, created) -> concerned.add(each));
			return concerned.contains(file);
		});
	}

	private boolean watch(WatchedFile file) {
		return this.directories.watch(file, chain(file), chain(file));
	}

	private static LinkChain chain(WatchedFile file) {
		return LinkChain.of(Path.of(file.toString()));
	}

	private WatchedFile file(String name) {
		Debouncer debouncer = new Debouncer(new FakeScheduler(), Duration.ZERO, Duration.ZERO, () -> {
		});
		return new WatchedFile(this.conf.resolve(name), WatchSettings.defaults(), debouncer, this.directories,
				Clock.systemUTC());
	}

	/** What a watch service says when it could not keep up. */
	private static final class LostEvents implements WatchEvent<Object> {

		@Override
		public Kind<Object> kind() {
			return StandardWatchEventKinds.OVERFLOW;
		}

		@Override
		public int count() {
			return 1;
		}

		@Override
		public Object context() {
			return null;
		}

	}

	private static final class SilentKey implements WatchKey {

		@Override
		public boolean isValid() {
			return true;
		}

		@Override
		public List<WatchEvent<?>> pollEvents() {
			return List.of();
		}

		@Override
		public boolean reset() {
			return true;
		}

		@Override
		public void cancel() {
		}

		@Override
		public Watchable watchable() {
			return Path.of("");
		}

	}

}
