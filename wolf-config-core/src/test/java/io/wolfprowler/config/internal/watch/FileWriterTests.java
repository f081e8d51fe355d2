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
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchThread}, which replay what editors and other writers do to a
 * file.
 */
@Tag("filesystem")
class FileWriterTests {

	private WatchRig rig;

	@BeforeEach
	void open(@TempDir Path temp) throws IOException {
		this.rig = new WatchRig(temp);
	}

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void seesAWriteInPlace() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		Files.writeString(this.rig.file, "two");

		this.rig.awaitSeen("two");
	}

	@Test
	void seesEachRenameOver() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		for (String text : List.of("two", "three", "four")) {
			WatchRig.renameOver(this.rig.file, text);
			this.rig.awaitSeen(text);
		}
	}

	@Test
	void seesADeletedFileComeBack() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		Files.delete(this.rig.file);
		this.rig.awaitSeen("absent");
		Files.writeString(this.rig.file, "two");

		this.rig.awaitSeen("two");
	}

	@Test
	void seesASafeWriteOfIntelliJ() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		Path fresh = Files.writeString(this.rig.dir.resolve("x.toml___jb_tmp___"), "two");
		Path old = this.rig.dir.resolve("x.toml___jb_old___");
		Files.move(this.rig.file, old, StandardCopyOption.ATOMIC_MOVE);
		Files.move(fresh, this.rig.file, StandardCopyOption.ATOMIC_MOVE);
		Files.delete(old);

		this.rig.awaitSeen("two");
	}

	@Test
	void doesNotWaitForQuietWhenEagerAndTheFileIsRenamedOver() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file,
				new WatchSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5), true));

		WatchRig.renameOver(this.rig.file, "two");

		this.rig.awaitSeen("two");
	}

	@Test
	void signalsAgainAfterAFileWasJustWritten() throws IOException {
		Files.writeString(this.rig.file, "one");

		this.rig.watch(this.rig.file, WatchRig.POLLED);

		this.rig.awaitSeen("one");
	}

	@Test
	void doesNotSignalForTheSakeOfSiblings() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.PUSHED);
		Path sibling = this.rig.dir.resolve("sibling");

		for (int i = 0; i < 200; i++) {
			Files.writeString(sibling, "noise " + i);
		}
		AtomicInteger marker = new AtomicInteger();
		this.rig.watches
			.add(this.rig.thread.watch(this.rig.dir.resolve("marker"), WatchRig.PUSHED, marker::incrementAndGet));
		Files.createFile(this.rig.dir.resolve("marker"));
		WatchRig.await().until(() -> marker.get() > 0);

		assertThat(this.rig.signals).hasValue(0);
	}

	@Test
	void servesASteadyWriter() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file,
				new WatchSettings(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMinutes(5), false));

		try (OutputStream out = Files.newOutputStream(this.rig.file)) {
			WatchRig.await().pollInterval(Duration.ofMillis(10)).until(() -> {
				out.write('x');
				return this.rig.signals.get() >= 2;
			});
		}
	}

}
