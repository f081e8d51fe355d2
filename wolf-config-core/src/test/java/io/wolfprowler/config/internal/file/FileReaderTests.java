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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.spi.SourceRejectedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileReader} on real files.
 */
@Timeout(20)
class FileReaderTests {

	private static final Path ENDLESS = Path.of("/dev/zero");

	private static final Path MADE_WHILE_READ = Path.of("/proc/self/environ");

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void name() {
		this.file = this.directory.resolve("config.toml");
	}

	@Test
	void readsTheWholeFile() throws IOException {
		Files.writeString(this.file, "port = 8080 # Gr\u00fc\u00dfe\n");

		assertThat(text(1000)).isEqualTo("port = 8080 # Gr\u00fc\u00dfe\n");
	}

	@Test
	void readsAnEmptyFile() throws IOException {
		Files.createFile(this.file);

		assertThat(text(1000)).isEmpty();
	}

	@Test
	void readsAFileOfExactlyTheLargestSize() throws IOException {
		Files.writeString(this.file, "x".repeat(1000));

		assertThat(text(1000)).hasSize(1000);
	}

	@Test
	void rejectsAFileThatIsTooLarge() throws IOException {
		Files.writeString(this.file, "x".repeat(1001));

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> text(1000))
			.withMessage("must be at most 1000 bytes (max-size), found 1001 bytes");
	}

	@Test
	void rejectsAFileThatGrowsTooLargeAfterTheFirstCheck() throws IOException {
		Files.writeString(this.file, "x".repeat(1000));
		FileReader reader = reader(1000, () -> append("y".repeat(100_000)));

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(reader::read)
			.withMessage("must be at most 1000 bytes (max-size), found 101000 bytes");
	}

	@Test
	void readsAFileThatGrowsAfterTheFirstCheck() throws IOException {
		Files.writeString(this.file, "x".repeat(1000));
		FileReader reader = reader(1_000_000, () -> append("y".repeat(100_000)));

		assertThat(reader.read()).hasSize(101_000);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void readsAFileThatIsLongerThanItsSizeSays() throws IOException {
		assertThat(Files.size(MADE_WHILE_READ)).isZero();

		this.file = MADE_WHILE_READ;

		assertThat(reader(1_000_000).read()).isEqualTo(Files.readAllBytes(MADE_WHILE_READ)).hasSizeGreaterThan(1);
		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> reader(1).read())
			.withMessage("must be at most 1 bytes (max-size), found more");
	}

	@Test
	void tellsThatAFileIsAbsent() {
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> text(1000));
	}

	@Test
	void rejectsADirectory() throws IOException {
		Files.createDirectory(this.file);

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> text(1000))
			.withMessage("must be a regular file, found a directory");
	}

	@Test
	@EnabledIf("canMakePipes")
	void rejectsAPipeWithoutWaitingForAWriter() throws Exception {
		assertThat(new ProcessBuilder("mkfifo", this.file.toString()).start().waitFor(10, TimeUnit.SECONDS)).isTrue();

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> text(1000))
			.withMessage("must be a regular file, found a device, pipe or socket");
	}

	@Test
	@EnabledIf("canMakePipes")
	void rejectsADeviceBehindALink() throws IOException {
		Files.createSymbolicLink(this.file, ENDLESS);

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> text(1000))
			.withMessage("must be a regular file, found a device, pipe or socket");
	}

	@Test
	void takesALinkThatLeadsNowhereForAbsent() throws IOException {
		Files.createSymbolicLink(this.file, Path.of("nowhere.toml"));

		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> text(1000));
	}

	@Test
	void doesNotFollowALoopOfLinks() throws IOException {
		Files.createSymbolicLink(this.file, Path.of("other.toml"));
		Files.createSymbolicLink(this.directory.resolve("other.toml"), Path.of("config.toml"));

		assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> text(1000));
	}

	static boolean canMakePipes() {
		return Files.isExecutable(Path.of("/usr/bin/mkfifo")) && Files.exists(ENDLESS);
	}

	private String text(long maxSize) throws IOException {
		return new String(reader(maxSize).read(), StandardCharsets.UTF_8);
	}

	private FileReader reader(long maxSize) {
		return new FileReader(this.file, maxSize, new PermissionCheck(FilePermissions.IGNORE));
	}

	private FileReader reader(long maxSize, Runnable afterTheFirstLook) {
		return new FileReader(this.file, maxSize, new PermissionCheck(FilePermissions.IGNORE) {

			@Override
			void check(FoundFile file) {
				afterTheFirstLook.run();
			}

		});
	}

	private void append(String text) {
		try {
			Files.writeString(this.file, text, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void readsOnAThreadThatIsInterrupted() throws IOException {
		Files.writeString(this.file, "port = 8080\n");
		Thread.currentThread().interrupt();
		try {
			assertThat(new FileReader(this.file, 100, new PermissionCheck(FilePermissions.IGNORE)).read()).hasSize(12);
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
	}

}
