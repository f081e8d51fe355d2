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
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchThread} where events are missing, lost or not to be had.
 */
@Tag("filesystem")
class EventOutageTests {

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
	void seesWhatIsMappedIntoMemoryByItsTimes() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.POLLED);

		try (FileChannel channel = FileChannel.open(this.rig.file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, 3);
			memory.put("two".getBytes(StandardCharsets.UTF_8));
			memory.force();
		}

		this.rig.awaitSeen("two");
	}

	@Test
	void seesAnEditThroughAnotherHardLink() throws IOException {
		Files.writeString(this.rig.file, "one");
		Path other = Files.createLink(Files.createDirectory(this.rig.dir.resolve("other")).resolve("y"), this.rig.file);
		this.rig.watch(this.rig.file, WatchRig.POLLED);

		Files.writeString(other, "two");

		this.rig.awaitSeen("two");
	}

	@Test
	void survivesMoreEventsThanTheQueueHolds() throws IOException {
		Files.writeString(this.rig.file, "one");
		this.rig.watch(this.rig.file, WatchRig.PUSHED);
		CountDownLatch stalled = this.rig.stall();

		for (int i = 0; i < 2100; i++) {
			Files.createFile(this.rig.dir.resolve("sibling" + i));
		}
		stalled.countDown();
		Files.writeString(this.rig.file, "two");
		this.rig.awaitSeen("two");

		Files.writeString(this.rig.file, "three");
		this.rig.awaitSeen("three");
	}

	@Test
	void pollsWithoutAWatchServiceAndIsPushedLater() throws IOException {
		this.rig.pushable.set(false);
		Files.writeString(this.rig.file, "one");
		Watch watch = this.rig.watch(this.rig.file, WatchRig.POLLED);
		assertThat(watch.mode()).isEqualTo(WatchMode.POLL);

		Files.writeString(this.rig.file, "two");
		this.rig.awaitSeen("two");
		this.rig.pushable.set(true);

		WatchRig.await().until(watch::mode, WatchMode.PUSH::equals);
		Files.writeString(this.rig.file, "three");
		this.rig.awaitSeen("three");
	}

	@Test
	void survivesAWatchServiceClosedBySomebodyElse() throws IOException {
		AtomicReference<WatchService> service = new AtomicReference<>();
		WatchThread fragile = new WatchThread(() -> service.updateAndGet((old) -> this.rig.newWatchService()),
				Clock.systemUTC());
		Files.writeString(this.rig.file, "one");
		this.rig.watches.add(fragile.watch(this.rig.file, WatchRig.PUSHED, this.rig::read));
		WatchService first = service.get();

		first.close();
		WatchRig.await().until(() -> service.get() != first);
		Files.writeString(this.rig.file, "two");

		this.rig.awaitSeen("two");
	}

}
