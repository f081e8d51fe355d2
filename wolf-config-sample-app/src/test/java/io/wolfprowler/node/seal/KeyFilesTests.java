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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.MemoryProtection;
import io.wolfprowler.config.wolf.SecurityLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KeyFiles}.
 */
@ExtendWith(OutputCaptureExtension.class)
class KeyFilesTests {

	@TempDir
	private Path directory;

	private Path sealed;

	private Path file;

	@BeforeEach
	void nameFiles() {
		this.sealed = this.directory.resolve("state.json");
		this.file = this.directory.resolve("state.json.key");
	}

	@Test
	void makesAKeyThatOnlyItsOwnerMayUse() throws IOException {
		byte[] drafted = create();

		assertThat(Files.getPosixFilePermissions(this.file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		assertThat(this.file).hasSize(32);
		assertThat(derived(keys(SecurityLevel.Maximum, MemoryProtection.Strict))).isEqualTo(drafted);
		assertThat(this.directory).isDirectoryNotContaining("glob:**.draft");
	}

	@Test
	void keepsTheKeyOfWhoeverWasFaster() throws IOException {
		DraftedKey slower = keys(SecurityLevel.Maximum, MemoryProtection.Strict).draft(this.sealed);
		byte[] faster = create();

		assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> slower.draft().create());

		assertThat(derived(keys(SecurityLevel.Maximum, MemoryProtection.Strict))).isEqualTo(faster);
		assertThat(this.directory).isDirectoryNotContaining("glob:**.draft");
	}

	@Test
	void refusesAKeyOfOthersAtTheMaximumLevel() throws IOException {
		create();
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("rw-r-----"));

		assertThatExceptionOfType(FileSystemException.class)
			.isThrownBy(() -> keys(SecurityLevel.Maximum, MemoryProtection.Basic).read(this.sealed))
			.withMessageContaining(
					this.file + " must be for its owner only, found mode rw-r-----; chmod 600 " + this.file);
	}

	@Test
	void warnsOnceOfAKeyOfOthersAtTheStandardLevel(CapturedOutput output) throws IOException {
		byte[] drafted = create();
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("rw-r--r--"));
		KeyFiles standard = keys(SecurityLevel.Standard, MemoryProtection.Basic);

		assertThat(derived(standard)).isEqualTo(drafted);
		assertThat(derived(standard)).isEqualTo(drafted);

		assertThat(output.toString().split("must be for its owner only", -1)).hasSize(2);
	}

	@Test
	void takesTheKeyOfOthersAtTheMinimumLevel(CapturedOutput output) throws IOException {
		byte[] drafted = create();
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("rw-rw-rw-"));

		assertThat(derived(keys(SecurityLevel.Minimum, MemoryProtection.Basic))).isEqualTo(drafted);

		assertThat(output).doesNotContain("owner");
	}

	@ParameterizedTest
	@EnumSource
	void looksAtTheFileForEachUseUnlessMemoryIsNotProtected(MemoryProtection protection) throws IOException {
		byte[] drafted = create();
		KeyFiles keys = keys(SecurityLevel.Maximum, protection);
		byte[] first = derived(keys);
		Files.delete(this.file);

		assertThat(first).isEqualTo(drafted);
		if (protection == MemoryProtection.None) {
			assertThat(derived(keys)).isEqualTo(drafted);
		}
		else {
			assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> keys.read(this.sealed));
		}
	}

	@ParameterizedTest
	@EnumSource
	void takesTheKeyThatHasTakenThePlaceOfAnother(MemoryProtection protection) throws IOException {
		create();
		KeyFiles keys = keys(SecurityLevel.Maximum, protection);
		derived(keys);
		Files.delete(this.file);

		byte[] replaced = create();

		assertThat(derived(keys)).isEqualTo(replaced);
	}

	@Test
	void forgetsAKeyThatANewOneIsDraftedFor() throws IOException {
		create();
		KeyFiles keys = keys(SecurityLevel.Maximum, MemoryProtection.None);
		derived(keys);
		Files.delete(this.file);

		keys.draft(this.sealed).draft().discard();

		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> keys.read(this.sealed));
	}

	@Test
	void refusesWhatIsNoKey() throws IOException {
		KeyFiles keys = keys(SecurityLevel.Minimum, MemoryProtection.Strict);
		Files.write(this.file, new byte[31]);
		assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> keys.read(this.sealed))
			.withMessageContaining("must hold a key of 32 bytes, found 31");

		Files.delete(this.file);
		Files.createDirectory(this.file);

		assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> keys.read(this.sealed))
			.withMessageContaining("must be a regular file");
	}

	private byte[] create() throws IOException {
		DraftedKey drafted = keys(SecurityLevel.Maximum, MemoryProtection.Strict).draft(this.sealed);
		drafted.draft().create();
		return drafted.key().derive(CipherSuite.Aes256Gcm).getEncoded();
	}

	private byte[] derived(KeyFiles keys) throws IOException {
		try (MasterKey key = keys.read(this.sealed)) {
			return key.derive(CipherSuite.Aes256Gcm).getEncoded();
		}
	}

	private static KeyFiles keys(SecurityLevel level, MemoryProtection protection) {
		return new KeyFiles(level, protection, new SecureRandom());
	}

}
