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

package io.wolfprowler.config.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.fixtures.Scale;
import io.wolfprowler.config.internal.watch.WatchSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TemporaryFiles}: which are deleted, and which are not.
 */
@Tag("faults")
class TemporaryFilesTests {

	private static final byte[] NEW = "port = 9090\n".getBytes(UTF_8);

	private static final long NOBODY = 4_194_304_000L;

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.directory.resolve("config.toml"), "port = 8080\n");
	}

	@Test
	void areSweptWhenTheirProcessIsDeadAndNotBefore() throws Exception {
		try (ChildJvm child = ChildJvm.of(Writer.class, this.directory).output(ProcessBuilder.Redirect.PIPE).start()) {
			assertThat(child.process().getInputStream().read()).isEqualTo('.');

			start();
			assertThat(temporaryFiles()).hasSize(1);

			child.kill();
			start();
			assertThat(temporaryFiles()).isEmpty();
		}
	}

	@Test
	void areSweptWhenAnotherProcessHasGotTheNumberOfTheirs() throws IOException {
		long parent = ProcessHandle.current().parent().orElseThrow().pid();
		Files.setLastModifiedTime(temporaryFileOf(parent, 1), FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));

		start();

		assertThat(temporaryFiles()).isEmpty();
	}

	@Test
	void areSweptWhenThisProcessHasGotTheNumberOfTheirsAMomentLater() throws IOException {
		temporaryFileOf(ProcessHandle.current().pid(), 1);

		start();

		assertThat(temporaryFiles()).isEmpty();
	}

	@Test
	void areSweptThoughOneOfThemCannotBe() throws IOException {
		for (int i = 1; i <= 8; i++) {
			temporaryFileOf(NOBODY, i);
		}
		Path stuck = Files.createDirectory(this.directory.resolve(".config.toml." + NOBODY + ".9.tmp"));
		Files.createFile(stuck.resolve("inside"));

		start();

		assertThat(temporaryFiles()).containsExactly(stuck.getFileName().toString());
	}

	@Test
	void areMadeAnewWhenSomebodySweepsThemAway() throws IOException {
		List<String> deleted = new ArrayList<>();
		AtomicWrite replaced = new AtomicWrite(this.file, () -> {
			if (deleted.isEmpty()) {
				deleted.addAll(temporaryFiles());
				deleted.forEach((file) -> this.directory.resolve(file).toFile().delete());
			}
		});

		replaced.write(NEW);

		assertThat(deleted).hasSize(1);
		assertThat(this.file).hasBinaryContent(NEW);
	}

	@Test
	void areLeftToThoseWhoSaveWhileOthersStart() throws IOException {
		Path sibling = Files.writeString(this.directory.resolve("other.toml"), "0");
		AtomicBoolean done = new AtomicBoolean();
		CompletableFuture<Void> starts = inAThread(() -> {
			while (!done.get()) {
				start();
			}
		});
		CompletableFuture<Void> saves = inAThread(() -> saveOften(sibling));

		try {
			saveOften(this.file);
			saves.join();
		}
		finally {
			done.set(true);
			starts.join();
		}

		assertThat(temporaryFiles()).isEmpty();
	}

	// Not in the common pool, which may have one thread only.
	private static CompletableFuture<Void> inAThread(Runnable task) {
		return CompletableFuture.runAsync(task, (run) -> new Thread(run, "temporary files").start());
	}

	private void saveOften(Path path) {
		FileSource source = source(path);
		try {
			for (int i = 1; i <= Scale.of(100); i++) {
				source.write(String.valueOf(i).getBytes(UTF_8), source.read().revision());
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private void start() {
		source(this.file);
	}

	private static FileSource source(Path path) {
		return new FileSource(path, 1000, FilePermissions.IGNORE, WatchSettings.defaults());
	}

	private Path temporaryFileOf(long process, int number) throws IOException {
		return Files.createFile(this.directory.resolve(".config.toml." + process + "." + number + ".tmp"));
	}

	private List<String> temporaryFiles() throws IOException {
		try (Stream<Path> entries = Files.list(this.directory)) {
			return entries.map((entry) -> entry.getFileName().toString())
				.filter((name) -> name.endsWith(".tmp"))
				.toList();
		}
	}

	/**
	 * Has a temporary file until it is killed.
	 */
	static final class Writer {

		private Writer() {
		}

		public static void main(String[] arguments) throws Exception {
			TemporaryFiles.create(Path.of(arguments[0]), "config.toml");
			System.out.print('.');
			System.out.flush();
			TimeUnit.DAYS.sleep(1);
		}

	}

}
