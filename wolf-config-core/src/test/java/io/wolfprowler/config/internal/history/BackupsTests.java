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
package io.wolfprowler.config.internal.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link Backups} and {@link BackupName}.
 */
@ExtendWith(OutputCapture.class)
class BackupsTests {

	private static final Instant THEN = Instant.parse("2026-02-03T04:05:06.123456Z");

	@TempDir
	private Path directory;

	@Test
	void followWhatIsWanted() throws IOException {
		Backups backups = open();
		backups.sync(wanted(version(1, "one"), "one", version(2, "two"), "two"));
		backups.sync(wanted(version(2, "two"), "two", version(3, "three"), "three"));

		assertThat(backups.versions()).containsExactly(version(3, "three"), version(2, "two"));
		assertThat(texts()).containsExactly("two", "three");
		assertThat(open().versions()).isEqualTo(backups.versions());
		assertThat(open().read(version(2, "two")).bytes()).asString(UTF_8).isEqualTo("two");
	}

	@Test
	void keepAnUpdateThatIsSavedLater() throws IOException {
		Backups backups = open();
		backups.sync(wanted(version(1, "the text it was made on"), "the text with the update"));
		backups.sync(wanted(version(1, "the text with the update"), "the text with the update"));

		assertThat(texts()).containsExactly("the text with the update");
		assertThat(open().versions()).containsExactly(version(1, "the text with the update"));
	}

	@Test
	void replaceTheTextOfAVersionThatGetsAnother() throws IOException {
		Backups backups = open();
		backups.sync(wanted(version(1, "one"), "one"));
		backups.sync(wanted(version(1, "# One.\none"), "# One.\none"));

		assertThat(texts()).containsExactly("# One.\none");
	}

	@Test
	void keepTheOldTextOfAVersionUntilTheNewOneIsWritten(CapturedOutput output) throws IOException {
		Backups backups = open();
		backups.sync(wanted(version(1, "one"), "one"));
		Map<ConfigVersion, Backups.Document> failing = new LinkedHashMap<>();
		failing.put(version(1, "other"), () -> {
			throw new IOException("the disk is full");
		});

		backups.sync(failing);
		backups.sync(failing);

		assertThat(texts()).containsExactly("one");
		assertThat(output).containsOnlyOnce("Cannot keep all accepted versions in " + this.directory)
			.contains("the disk is full");
	}

	@Test
	void makeRoomBeforeTheyWrite() throws IOException {
		Backups backups = open();
		backups.sync(wanted(version(1, "one"), "one"));
		Map<ConfigVersion, Backups.Document> reading = new LinkedHashMap<>();
		reading.put(version(2, "two"), () -> {
			assertThat(texts()).isEmpty();
			return "two".getBytes(UTF_8);
		});

		backups.sync(reading);

		assertThat(texts()).containsExactly("two");
	}

	@Test
	void tellTheNewestOfTwoWithTheSameNumber() throws IOException {
		open().sync(wanted(version(1, "mine"), "mine"));
		ConfigVersion later = new ConfigVersion(1, THEN.plusSeconds(1), Cause.RELOAD, digest("yours"), "config.toml");
		open().write(later, () -> "yours".getBytes(UTF_8));

		assertThat(open().versions()).containsExactly(later, version(1, "mine"));
	}

	@ParameterizedTest
	@EnumSource(Cause.class)
	void nameEveryCauseSoThatItIsFoundAgain(Cause cause) {
		BackupName names = new BackupName("config.toml", "the source");
		ConfigVersion version = new ConfigVersion(1234567, THEN, cause, digest("text"), "the source");

		assertThat(names.parse(names.of(version, digest("text")))).isEqualTo(version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "config.toml", "other.toml.000001.start.20260203T040506.123456Z.DIGEST.toml",
			"config.toml.000001.nothing.20260203T040506.123456Z.DIGEST.toml",
			"config.toml.000001.start.20261303T040506.123456Z.DIGEST.toml",
			"config.toml.000001.start.20260203T040506.123456Z.DIGEST.toml.bak",
			"config.toml.000001.start.20260203T040506.123456Z.abc.toml" })
	void areNotTakenForOthersFiles(String name) {
		BackupName names = new BackupName("config.toml", "the source");

		assertThat(names.parse(name.replace("DIGEST", "0".repeat(64)))).isNull();
	}

	@Test
	void readNothingThatIsGone() throws IOException {
		Backups backups = open();
		backups.sync(wanted(version(1, "one"), "one"));
		try (Stream<Path> files = Files.list(this.directory)) {
			files.forEach((file) -> file.toFile().delete());
		}

		assertThatIOException().isThrownBy(() -> backups.read(version(1, "one")));
		assertThatIOException().isThrownBy(() -> backups.read(version(2, "two")));
	}

	private Backups open() {
		return new Backups(this.directory, "config.toml", "config.toml",
				(file) -> new FileSource(file, 1000, FilePermissions.IGNORE, WatchSettings.defaults()));
	}

	private static ConfigVersion version(long number, String text) {
		return new ConfigVersion(number, THEN, Cause.UPDATE, digest(text), "config.toml");
	}

	private static String digest(String text) {
		return SourceContent.of(text.getBytes(UTF_8)).digest();
	}

	private static Map<ConfigVersion, Backups.Document> wanted(Object... versionsAndTexts) {
		Map<ConfigVersion, Backups.Document> wanted = new LinkedHashMap<>();
		for (int i = 0; i < versionsAndTexts.length; i += 2) {
			byte[] text = ((String) versionsAndTexts[i + 1]).getBytes(UTF_8);
			wanted.put((ConfigVersion) versionsAndTexts[i], () -> text);
		}
		return wanted;
	}

	private List<String> texts() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.sorted().map((file) -> {
				try {
					return Files.readString(file);
				}
				catch (IOException ex) {
					return ex.toString();
				}
			}).toList();
		}
	}

}
