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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AtomicWrite} and its {@link TemporaryFiles}: each step a crash may
 * come at.
 */
class AtomicWriteTests {

	private static final byte[] NEW = "token = \"new\"\n".getBytes(UTF_8);

	private static final long NOBODY = 4_194_304_000L;

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.directory.resolve("config.toml"), "token = \"old\"\n");
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("rw-r-----"));
	}

	@Test
	void writesATemporaryFileWithTheFinalModeAndTheWholeDocumentBeforeTheReplacement() throws IOException {
		List<String> described = new ArrayList<>();

		new AtomicWrite(this.file, () -> described.addAll(describeTemporaryFiles())).write(NEW);

		assertThat(described).containsExactly("rw-r----- token = \"new\"\n");
		assertThat(describeTemporaryFiles()).isEmpty();
	}

	@Test
	void keepsATemporaryFileOfANewFileToItsOwner() throws IOException {
		Files.delete(this.file);
		List<String> described = new ArrayList<>();

		new AtomicWrite(this.file, () -> described.addAll(describeTemporaryFiles())).write(NEW);

		assertThat(described).containsExactly("rw------- token = \"new\"\n");
	}

	@Test
	void createsATemporaryFileThatOnlyItsOwnerMayRead() throws IOException {
		Path file = TemporaryFiles.create(this.directory, "config.toml");

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void leavesTheOldFileWhenItMayNotTakeTheStep() throws IOException {
		int[] checks = new int[1];
		AtomicWrite replaced = new AtomicWrite(this.file, () -> {
			if (++checks[0] == 2) {
				throw new StaleRevisionException("somebody was faster");
			}
		});

		assertThatExceptionOfType(StaleRevisionException.class).isThrownBy(() -> replaced.write(NEW));

		assertThat(this.file).hasContent("token = \"old\"\n");
		assertThat(describeTemporaryFiles()).isEmpty();
	}

	@Test
	@Tag("faults")
	void leavesTheOldFileWhenTheDiskBecomesReadOnlyBeforeTheReplacement() throws IOException {
		try (Mount disk = Mount.tmpfs(this.directory, "size=64k")) {
			Files.writeString(this.file, "token = \"old\"\n");
			AtomicWrite replaced = new AtomicWrite(this.file, () -> {
				if (!describeTemporaryFiles().isEmpty()) {
					disk.remount("ro");
				}
			});

			assertThatExceptionOfType(IOException.class).isThrownBy(() -> replaced.write(NEW))
				.withMessageContaining("Read-only file system. The file is unchanged");
			assertThat(this.file).hasContent("token = \"old\"\n");

			disk.remount("rw");
			AtomicWrite.deleteAbandonedFiles(this.file);
			assertThat(describeTemporaryFiles()).isEmpty();
		}
	}

	@Test
	void rejectsALoopOfLinks() throws IOException {
		Path loop = Files.createSymbolicLink(this.directory.resolve("loop.toml"), Path.of("loop.toml"));

		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new AtomicWrite(loop, () -> {
		})).withMessageContaining("is a loop of symbolic links");
	}

	@Test
	void deletesTheTemporaryFilesOfDeadProcessesOnly() throws IOException {
		long alive = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
		Path dead = touch(".config.toml." + NOBODY + ".123.tmp");
		Path live = touch(".config.toml." + alive + ".123.tmp");
		Path own = TemporaryFiles.create(this.directory, "config.toml");
		Path other = touch(".other.toml." + NOBODY + ".123.tmp");
		Path stranger = touch(".config.toml.bak.tmp");

		AtomicWrite.deleteAbandonedFiles(this.file);

		assertThat(dead).doesNotExist();
		assertThat(Stream.of(live, own, other, stranger, this.file)).allSatisfy((kept) -> assertThat(kept).exists());
	}

	@Test
	void deletesATemporaryFileOfAnEarlierProcessWithTheSameNumber() throws IOException {
		Path own = touch(".config.toml." + ProcessHandle.current().pid() + ".123.tmp");
		Files.setLastModifiedTime(own, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));

		AtomicWrite.deleteAbandonedFiles(this.file);

		assertThat(own).doesNotExist();
	}

	@Test
	void deletesBesideTheTargetOfALink() throws IOException {
		Path elsewhere = Files.createDirectory(this.directory.resolve("elsewhere"));
		Path link = Files.createSymbolicLink(elsewhere.resolve("link.toml"), this.file);
		Path dead = touch(".config.toml." + NOBODY + ".123.tmp");

		AtomicWrite.deleteAbandonedFiles(link);

		assertThat(dead).doesNotExist();
	}

	@Test
	void deletesNothingThatIsNotATemporaryFile() throws IOException {
		Path strange = touch(".config.toml.99999999999999999999999.1.tmp");

		AtomicWrite.deleteAbandonedFiles(this.file);

		assertThat(strange).exists();
	}

	@Test
	void deletesNothingWhereThereIsNoDirectory() {
		Path nowhere = this.directory.resolve("a/b/config.toml");

		AtomicWrite.deleteAbandonedFiles(nowhere);

		assertThat(nowhere.getParent()).doesNotExist();
	}

	@Test
	void givesTheOwnerAndTheMode() throws IOException {
		Path other = Files.writeString(this.directory.resolve("other"), "");

		boolean given = FileOwnership.of(this.file).applyTo(other);

		assertThat(given).isTrue();
		assertThat(Files.getPosixFilePermissions(other)).isEqualTo(Files.getPosixFilePermissions(this.file));
		assertThat(Files.getOwner(other)).isEqualTo(Files.getOwner(this.file));
	}

	private Path touch(String name) throws IOException {
		return Files.createFile(this.directory.resolve(name));
	}

	private List<String> describeTemporaryFiles() throws IOException {
		List<String> described = new ArrayList<>();
		try (Stream<Path> entries = Files.list(this.directory)) {
			for (Path entry : entries.filter((path) -> path.toString().endsWith(".tmp")).toList()) {
				described.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)) + " "
						+ Files.readString(entry));
			}
		}
		return described;
	}

}
