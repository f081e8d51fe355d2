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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.fixtures.Requires;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InPlaceWrite}: each state that a crash may leave, and the start after
 * it.
 */
@Tag("faults")
class InPlaceWriteTests {

	private static final int PAGE = 4096;

	private static final byte[] SHORT = "a = 1\n".repeat(1000).getBytes(UTF_8);

	private static final byte[] LONG = "b = 22\n".repeat(2000).getBytes(UTF_8);

	private static final long NOBODY = 4_194_304_000L;

	@TempDir
	private Path directory;

	private Path file;

	private Path journal;

	@BeforeEach
	void name() {
		this.file = this.directory.resolve("config.toml");
		this.journal = this.directory.resolve(".config.toml." + NOBODY + ".1.redo");
	}

	@ParameterizedTest
	@MethodSource
	void isFinishedByTheNextStart(byte[] before, byte[] after, byte[] left) throws IOException {
		Files.write(this.file, left);
		new InPlaceWrite(before, after).log(Files.createFile(this.journal));

		SourceContent found = source().read();

		byte[] expected = Arrays.equals(left, before) ? before : after;
		assertThat(found.digest()).isEqualTo(SourceContent.of(expected).digest());
		assertThat(this.directory.toFile().list()).containsExactly("config.toml");
	}

	static Stream<Object[]> isFinishedByTheNextStart() {
		return Stream.concat(crashes(SHORT, LONG), crashes(LONG, SHORT));
	}

	@Test
	void isNotFinishedOverWhatSomebodyHasRepaired() throws IOException {
		byte[] repaired = "a = 1\nb = 22\n".repeat(1000).getBytes(UTF_8);
		Files.write(this.file, repaired);
		new InPlaceWrite(SHORT, LONG).log(Files.createFile(this.journal));

		source();

		assertThat(this.file).hasBinaryContent(repaired);
		assertThat(this.directory.toFile().list()).containsExactly("config.toml");
	}

	@Test
	void isNotFinishedAsSomebodyElseSays() throws IOException {
		Requires.root();
		Files.write(this.file, torn(SHORT, LONG, PAGE));
		new InPlaceWrite(SHORT, LONG).log(Files.createFile(this.journal));
		Files.setAttribute(this.journal, "unix:uid", 65534);

		source();

		assertThat(this.file).hasBinaryContent(torn(SHORT, LONG, PAGE));
		assertThat(this.journal).exists();
	}

	@Test
	void isLeftToAProcessThatIsAtIt() throws IOException {
		Files.write(this.file, torn(SHORT, LONG, PAGE));
		Path file = TemporaryFiles.create(this.directory, "config.toml");
		new InPlaceWrite(SHORT, LONG).log(file);
		Path own = TemporaryFiles.toJournal(file);

		source();
		assertThat(this.file).hasBinaryContent(torn(SHORT, LONG, PAGE));
		assertThat(own).exists();

		TemporaryFiles.delete(own);
		assertThat(own).doesNotExist();
	}

	@Test
	void keepsNobodyFromStartingWhenItsJournalIsBroken() throws IOException {
		Files.write(this.file, SHORT);
		Files.write(this.journal, new byte[] { -1, -1 });

		assertThat(source().read().bytes()).isEqualTo(SHORT);
	}

	@Test
	void keepsTheContentWhenThereIsNothingToWriteOver() throws IOException {
		new InPlaceWrite(SHORT, LONG).log(Files.createFile(this.journal));

		source();

		assertThat(this.file).doesNotExist();
		assertThat(this.journal).exists();
	}

	@Test
	void replacesTheContentOfAMountedFile() throws IOException {
		Path outside = Files.write(this.directory.resolve("outside.toml"), SHORT);
		Files.createFile(this.file);
		try (Mount mount = Mount.at(this.file, "--bind", outside.toString())) {
			FileSource source = source();

			source.write(LONG, source.read().revision());
			assertThat(outside).hasBinaryContent(LONG);

			source.write(SHORT, SourceContent.of(LONG).revision());
			assertThat(outside).hasBinaryContent(SHORT);
			assertThat(this.directory.toFile().list()).containsExactlyInAnyOrder("config.toml", "outside.toml");
		}
	}

	// At each page; grown, but not filled; filled, but not cut.
	private static Stream<Object[]> crashes(byte[] before, byte[] after) {
		Stream<byte[]> states = IntStream.rangeClosed(0, after.length / PAGE)
			.mapToObj((page) -> torn(before, after, page * PAGE));
		byte[] first = torn(before, after, PAGE);
		Stream<byte[]> zeros = Stream.of(Arrays.copyOf(first, Math.max(first.length, after.length)));
		Stream<byte[]> last = Stream.of(torn(before, after, after.length), after);
		return Stream.of(states, zeros, last)
			.flatMap((each) -> each)
			.map((left) -> new Object[] { before, after, left });
	}

	private static byte[] torn(byte[] before, byte[] after, int written) {
		ByteArrayOutputStream torn = new ByteArrayOutputStream();
		torn.write(after, 0, written);
		if (before.length > written) {
			torn.write(before, written, before.length - written);
		}
		return torn.toByteArray();
	}

	private FileSource source() {
		return new FileSource(this.file, 1 << 20, FilePermissions.IGNORE, WatchSettings.defaults());
	}

}
