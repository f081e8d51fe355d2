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
package io.wolfprowler.config.internal.engine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for managers whose source is no file.
 */
@ExtendWith(OutputCapture.class)
class OtherSourceTests {

	private final StubSource source = new StubSource("limit = 1 # one\n");

	private final AtomicInteger closed = new AtomicInteger();

	@TempDir
	private Path directory;

	@Test
	void keepACopyOfTheNewestAcceptedText() throws IOException {
		Path copy = this.directory.resolve("cache/config.toml");
		try (ConfigManager<Limit> manager = started(copy, StartMode.STRICT)) {
			assertThat(manager.configPath()).isEqualTo(copy);
			this.source.put("limit = 2 # two\n");
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
			this.source.put("limit = \"three\"\n");
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.REJECTED);
		}

		assertThat(copy).hasContent("limit = 2 # two\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy))).isEqualTo("rw-------");
	}

	@Test
	void startOnTheNewestAcceptedTextWhenTheSourceIsDown() {
		Path copy = this.directory.resolve("config.toml");
		try (ConfigManager<Limit> manager = started(copy, StartMode.LAST_GOOD)) {
			this.source.put("limit = 2 # two\n");
			manager.reload();
		}
		this.source.failReads(new IOException("no route to host"));

		try (ConfigManager<Limit> manager = started(copy, StartMode.LAST_GOOD)) {
			assertThat(manager.getConfig()).isEqualTo(new Limit(2));
			assertThat(manager.getSnapshot().cause()).isEqualTo(Cause.LAST_GOOD);

			this.source.put("limit = 3\n");
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
		}
	}

	@Test
	void neverStartOnATextThatWasChangedOnTheDisk() throws IOException {
		Path copy = this.directory.resolve("config.toml");
		try (ConfigManager<Limit> manager = started(copy, StartMode.LAST_GOOD)) {
			this.source.put("limit = 2\n");
			manager.reload();
		}
		try (var backups = Files.list(this.directory.resolve(".wolf-config"))) {
			for (Path backup : backups.filter((file) -> file.toString().contains("000002")).toList()) {
				Files.writeString(backup, "limit = 666\n");
			}
		}
		Files.writeString(copy, "limit = 667\n");
		this.source.failReads(new IOException("no route to host"));

		try (ConfigManager<Limit> manager = started(copy, StartMode.LAST_GOOD)) {
			assertThat(manager.getConfig().limit()).isLessThan(3);
		}
	}

	@Test
	void warnOnceOfACopyThatCannotBeWritten(CapturedOutput output) throws IOException {
		Path blocked = Files.writeString(this.directory.resolve("blocked"), "").resolve("config.toml");
		try (ConfigManager<Limit> manager = started(blocked, StartMode.STRICT)) {
			for (int limit = 2; limit < 5; limit++) {
				this.source.put("limit = " + limit);
				assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
			}
		}

		assertThat(output.getAll().lines().filter((line) -> line.contains("Cannot keep a copy"))).singleElement()
			.asString()
			.contains(" WARN ")
			.contains(blocked.toString());
	}

	@Test
	void closeTheSourceWithTheManager() {
		try (ConfigManager<Limit> manager = started(this.directory.resolve("config.toml"), StartMode.STRICT)) {
			manager.enableHotReload();
			assertThat(this.closed).hasValue(0);
		}

		assertThat(this.closed).hasValue(1);
		assertThat(this.source.watches()).isZero();
	}

	@Test
	void areClosedWithAManagerWhoseSourceFailsToClose(CapturedOutput output) {
		this.closed.set(-1);
		ConfigManager<Limit> manager = started(this.directory.resolve("config.toml"), StartMode.STRICT);

		manager.close();

		assertThat(output.getAll()).contains("Cannot close closed with its manager");
	}

	private ConfigManager<Limit> started(Path path, StartMode startMode) {
		return ConfigManager.builder(Limit.class)
			.source(new ClosedWithItsManager(), path)
			.keepCopy(true)
			.startMode(startMode)
			.build();
	}

	record Limit(int limit) {
	}

	private final class ClosedWithItsManager implements WritableConfigSource {

		@Override
		public String description() {
			return "closed with its manager";
		}

		@Override
		public SourceContent read() throws IOException {
			return OtherSourceTests.this.source.read();
		}

		@Override
		public SourceContent write(byte[] content, String expectedRevision) throws IOException {
			return OtherSourceTests.this.source.write(content, expectedRevision);
		}

		@Override
		public Subscription watch(Runnable signal) {
			return OtherSourceTests.this.source.watch(signal);
		}

		@Override
		public void close() {
			assertThat(OtherSourceTests.this.source.watches()).isZero();
			if (OtherSourceTests.this.closed.getAndIncrement() < 0) {
				throw new IllegalStateException("stuck");
			}
		}

	}

}
