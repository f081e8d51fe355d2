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

package io.wolfprowler.node.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Draft}.
 */
class DraftTests {

	private static final String DRAFTS = "glob:**.draft";

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void writeFile() throws IOException {
		this.file = Files.writeString(this.directory.resolve("state.json"), "old");
	}

	@Test
	void showsNothingUntilItTakesThePlaceOfTheFile() throws IOException {
		Draft draft = draft(this.file, "new");
		assertThat(this.file).hasContent("old");

		draft.replace();

		assertThat(this.file).hasContent("new");
		assertThat(Files.getPosixFilePermissions(this.file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
	}

	@Test
	void goesWithoutATrace() throws IOException {
		draft(this.file, "new").discard();

		assertThat(this.file).hasContent("old");
		assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
	}

	@Test
	void replacesTheFileBehindALink() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), this.file);

		draft(link, "new").replace();

		assertThat(link).isSymbolicLink().hasContent("new");
	}

	@Test
	void isGoneWhenItCantTakeThePlace() throws IOException {
		Path occupied = Files.createDirectories(this.directory.resolve("occupied"));
		Files.createFile(occupied.resolve("by something"));
		Draft draft = draft(occupied, "new");

		assertThatExceptionOfType(FileSystemException.class).isThrownBy(draft::replace);

		assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
	}

	@Test
	void needsADirectory() {
		assertThatExceptionOfType(FileSystemException.class)
			.isThrownBy(() -> draft(this.file.resolve("below/a file"), "new"))
			.withMessageContaining(this.file.resolve("below") + " is not a directory");
	}

	@Test
	void isSweptAwayWhenItsProcessIsGone() throws IOException {
		long gone = Long.MAX_VALUE / 10;
		Path abandoned = Files.createFile(this.directory.resolve(".state.json." + gone + ".17.draft"));
		Path another = Files.createFile(this.directory.resolve(".state.json.key." + gone + ".17.draft"));

		Draft.sweep(this.file);

		assertThat(abandoned).doesNotExist();
		assertThat(another).exists();
		assertThat(this.file).hasContent("old");
	}

	@Test
	void isSweptAwayWhenItsProcessNumberWasGivenToAnother() throws IOException {
		long own = ProcessHandle.current().pid();
		Path abandoned = Files.createFile(this.directory.resolve(".state.json." + own + ".17.draft"));
		Files.setLastModifiedTime(abandoned, FileTime.from(Instant.EPOCH));

		Draft.sweep(this.file);

		assertThat(abandoned).doesNotExist();
	}

	@Test
	void isNotSweptAwayWhileItsProcessRuns() throws IOException {
		Draft draft = draft(this.file, "new");

		Draft.sweep(this.file);
		draft.replace();

		assertThat(this.file).hasContent("new");
	}

	private static Draft draft(Path file, String content) throws IOException {
		return Draft.write(file, ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
	}

}
