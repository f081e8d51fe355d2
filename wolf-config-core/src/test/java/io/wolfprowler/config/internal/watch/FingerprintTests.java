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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link Fingerprint}.
 */
@Tag("filesystem")
class FingerprintTests {

	private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

	@TempDir
	Path dir;

	private Path file;

	@BeforeEach
	void createFile() throws IOException {
		this.file = Files.writeString(this.dir.resolve("x.toml"), "a = 1");
	}

	@Test
	void isEqualWhileNothingHappens() {
		assertThat(Fingerprint.thorough(this.file)).isEqualTo(Fingerprint.thorough(this.file));
	}

	@Test
	void tellsSizesApart() throws IOException {
		Fingerprint before = Fingerprint.thorough(this.file);

		Files.writeString(this.file, "a = 10");

		assertThat(Fingerprint.thorough(this.file)).isNotEqualTo(before);
	}

	@Test
	void tellsAnOlderFileOfEqualSizeFromTheNewerOne() throws IOException {
		Fingerprint before = Fingerprint.thorough(this.file);
		Path older = Files.writeString(this.dir.resolve("older"), "a = 2");
		Files.setLastModifiedTime(older, FileTime.from(LONG_AGO));

		Files.move(older, this.file, StandardCopyOption.ATOMIC_MOVE);

		assertThat(Fingerprint.thorough(this.file)).isNotEqualTo(before);
	}

	@Test
	void thoroughOneTellsAWriteWhoseTimeWasPutBack() throws IOException {
		FileTime time = Files.getLastModifiedTime(this.file);
		Fingerprint before = Fingerprint.thorough(this.file);
		assumeThat(before.changed()).isNotNull();

		Awaitility.await().until(() -> {
			Files.writeString(this.file, "a = 2");
			Files.setLastModifiedTime(this.file, time);
			return !Fingerprint.thorough(this.file).equals(before);
		});

		assertThat(Fingerprint.quick(this.file).modified()).isEqualTo(before.modified());
	}

	@Test
	void absentFileHasOne() {
		assertThat(Fingerprint.thorough(this.dir.resolve("none"))).isEqualTo(Fingerprint.ABSENT);
		assertThat(Fingerprint.thorough(this.file.resolve("none"))).isEqualTo(Fingerprint.ABSENT);
	}

	@Test
	void followsLinks() throws IOException {
		Path link = Files.createSymbolicLink(this.dir.resolve("link"), this.file);

		assertThat(Fingerprint.thorough(link)).isEqualTo(Fingerprint.thorough(this.file));
	}

	@Test
	void isRacyWhenJustModified() {
		Instant now = LONG_AGO.plusSeconds(100);

		assertThat(modified(now.minusMillis(1999)).isRacy(now)).isTrue();
		assertThat(modified(now.minusMillis(2000)).isRacy(now)).isFalse();
	}

	@Test
	void isRacyWhenJustChangedThoughTheModifiedTimeIsOld() {
		Instant now = LONG_AGO.plusSeconds(100);
		FileTime old = FileTime.from(LONG_AGO);

		assertThat(new Fingerprint(1, old, FileTime.from(now.minusSeconds(1)), "key").isRacy(now)).isTrue();
		assertThat(new Fingerprint(1, old, old, "key").isRacy(now)).isFalse();
	}

	@Test
	void isNotRacyForEverWhenModifiedInTheFuture() {
		assertThat(modified(LONG_AGO.plusSeconds(3600)).isRacy(LONG_AGO)).isFalse();
		assertThat(modified(LONG_AGO.plusSeconds(1)).isRacy(LONG_AGO)).isTrue();
	}

	private static Fingerprint modified(Instant time) {
		return new Fingerprint(1, FileTime.from(time), null, "key");
	}

}
