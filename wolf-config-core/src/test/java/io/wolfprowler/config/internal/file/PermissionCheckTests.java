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
import java.nio.file.attribute.PosixFilePermissions;

import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.spi.SourceRejectedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PermissionCheck}.
 */
@ExtendWith(OutputCapture.class)
class PermissionCheckTests {

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void create() throws IOException {
		this.file = Files.writeString(this.directory.resolve("config.toml"), "port = 1\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-rw-r--", "rw-r--rw-", "rwxrwxrwx" })
	void rejectsAFileThatOthersMayWrite(String mode) throws IOException {
		chmod(mode);

		assertThatExceptionOfType(SourceRejectedException.class)
			.isThrownBy(() -> check(FilePermissions.ENFORCE, this.file))
			.withMessage("must not be writable by its group or others, found " + mode + "; run chmod go-w on it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-------", "rw-r--r--", "r--r--r--", "rwxr-xr-x" })
	void acceptsAFileThatOnlyItsOwnerMayWrite(String mode, CapturedOutput output) throws IOException {
		chmod(mode);

		check(FilePermissions.ENFORCE, this.file);
		check(FilePermissions.WARN, this.file);

		assertThat(output).doesNotContain("chmod");
	}

	@Test
	void warnsOnceUntilThePermissionsWereFine(CapturedOutput output) throws IOException {
		PermissionCheck check = new PermissionCheck(FilePermissions.WARN);
		chmod("rw-rw-r--");
		check.check(FoundFile.at(this.file));
		check.check(FoundFile.at(this.file));
		assertThat(output).containsOnlyOnce(this.file + " must not be writable by its group or others");

		chmod("rw-r--r--");
		check.check(FoundFile.at(this.file));
		chmod("rw-r--rw-");
		check.check(FoundFile.at(this.file));
		check.check(FoundFile.at(this.file));

		assertThat(output).containsOnlyOnce("found rw-r--rw-");
	}

	@Test
	void checksTheFileBehindALink() throws IOException {
		chmod("rw-rw-rw-");
		Path link = Files.createSymbolicLink(this.directory.resolve("link.toml"), this.file);

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> check(FilePermissions.ENFORCE, link));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rwxrwxr-x", "rwxr-xrwx", "rwxrwxrwx" })
	void rejectsAFileThatOthersMayReplace(String mode) throws IOException {
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString(mode));

		assertThatExceptionOfType(SourceRejectedException.class)
			.isThrownBy(() -> check(FilePermissions.ENFORCE, this.file))
			.withMessage("must not lie in " + this.directory + ", which its group or others may write, found " + mode
					+ "; run chmod go-w on it");
	}

	@Test
	void rejectsAFileThatALinkOthersMayReplaceLeadsTo() throws IOException {
		Path open = Files.createDirectory(this.directory.resolve("open"));
		Path link = Files.createSymbolicLink(open.resolve("link.toml"), this.file);
		check(FilePermissions.ENFORCE, link);
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> check(FilePermissions.ENFORCE, link))
			.withMessageContaining("must not lie in " + open);
		check(FilePermissions.ENFORCE, this.file);
	}

	@Test
	void rejectsAFileInADirectoryThatALinkOthersMayReplaceLeadsTo() throws IOException {
		Path open = Files.createDirectory(this.directory.resolve("open"));
		Path link = Files.createSymbolicLink(open.resolve("current"), this.directory);
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

		assertThatExceptionOfType(SourceRejectedException.class)
			.isThrownBy(() -> check(FilePermissions.ENFORCE, link.resolve("config.toml")))
			.withMessageContaining("must not lie in " + open);
	}

	@Test
	void noticesALinkThatHasTakenThePlaceOfADirectory() throws IOException {
		PermissionCheck check = new PermissionCheck(FilePermissions.ENFORCE);
		Path current = Files.createDirectory(this.directory.resolve("current"));
		Path inside = Files.writeString(current.resolve("config.toml"), "port = 1\n");
		check.check(FoundFile.at(inside));
		check.check(FoundFile.at(inside));
		Path open = Files.createDirectory(this.directory.resolve("open"));
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.move(inside, open.resolve("config.toml"));
		Files.delete(current);
		Files.createSymbolicLink(current, open);

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> check.check(FoundFile.at(inside)))
			.withMessageContaining("must not lie in " + open);
	}

	@Test
	void noticesThatTheFileIsALinkByNow() throws IOException {
		PermissionCheck check = new PermissionCheck(FilePermissions.ENFORCE);
		check.check(FoundFile.at(this.file));
		Path open = Files.createDirectory(this.directory.resolve("open"));
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.move(this.file, open.resolve("config.toml"));
		Files.createSymbolicLink(this.file, open.resolve("config.toml"));

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(() -> check.check(FoundFile.at(this.file)))
			.withMessageContaining("must not lie in " + open);
	}

	@Test
	void tellsAllThatIsWrong() throws IOException {
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxrwxrwx"));
		chmod("rw-rw-r--");

		assertThatExceptionOfType(SourceRejectedException.class)
			.isThrownBy(() -> check(FilePermissions.ENFORCE, this.file))
			.withMessageContaining("must not be writable")
			.withMessageContaining("must not lie in");
	}

	@Test
	void acceptsADirectoryInWhichEverybodyMayReplaceOnlyTheirOwn() throws IOException {
		Files.setAttribute(this.directory, "unix:mode", 01777);

		check(FilePermissions.ENFORCE, this.file);
	}

	@Test
	void saysNothingWhenItIsToIgnoreThem(CapturedOutput output) throws IOException {
		chmod("rw-rw-rw-");

		check(FilePermissions.IGNORE, this.file);

		assertThat(output).doesNotContain("chmod");
	}

	private static void check(FilePermissions policy, Path path) throws IOException {
		new PermissionCheck(policy).check(FoundFile.at(path));
	}

	private void chmod(String mode) throws IOException {
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString(mode));
	}

}
