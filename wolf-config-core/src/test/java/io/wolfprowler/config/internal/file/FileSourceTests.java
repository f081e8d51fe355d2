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
import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileSource} on real files.
 */
class FileSourceTests {

	private static final byte[] NEW = "port = 9090\n".getBytes(UTF_8);

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.directory.resolve("config.toml"), "port = 8080\n");
	}

	@Test
	void namesItsRevisionsByTheirContent() throws IOException {
		SourceContent content = source(this.file).read();

		assertThat(content.bytes()).asString(UTF_8).isEqualTo("port = 8080\n");
		assertThat(content.revision()).isEqualTo(SourceContent.of("port = 8080\n".getBytes(UTF_8)).digest());
		assertThat(source(this.file).description()).isEqualTo(this.file.toString());
	}

	@Test
	void replacesTheContent() throws IOException {
		FileSource source = source(this.file);

		SourceContent written = source.write(NEW, source.read().revision());

		assertThat(this.file).hasBinaryContent(NEW);
		assertThat(written.revision()).isEqualTo(source.read().revision());
		assertThat(names()).containsExactly("config.toml");
	}

	@Test
	void rejectsToReplaceAnotherRevision() throws IOException {
		FileSource source = source(this.file);
		String revision = source.read().revision();
		Files.writeString(this.file, "port = 1\n");

		assertThatExceptionOfType(StaleRevisionException.class).isThrownBy(() -> source.write(NEW, revision));
		assertThatExceptionOfType(StaleRevisionException.class)
			.isThrownBy(() -> source.write(NEW, SourceContent.ABSENT));

		assertThat(this.file).hasContent("port = 1\n");
		assertThat(names()).containsExactly("config.toml");
	}

	@Test
	void rejectsToRecreateWhatIsGone() throws IOException {
		FileSource source = source(this.file);
		String revision = source.read().revision();
		Files.delete(this.file);

		assertThatExceptionOfType(StaleRevisionException.class).isThrownBy(() -> source.write(NEW, revision));

		assertThat(names()).isEmpty();
	}

	@Test
	void createsAnAbsentFileWithItsDirectories() throws IOException {
		Path deep = this.directory.resolve("a/b/config.toml");

		source(deep).write(NEW, SourceContent.ABSENT);

		assertThat(deep).hasBinaryContent(NEW);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-------", "rw-r-----", "rw-r--r--", "rwxr-xr-x", "r--r-----" })
	void keepsTheMode(String mode) throws IOException {
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString(mode));

		replace(this.file);

		assertThat(this.file).hasBinaryContent(NEW);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.file))).isEqualTo(mode);
	}

	@Test
	void keepsAChainOfLinks() throws IOException {
		Path releases = Files.createDirectories(this.directory.resolve("releases/2"));
		Path target = Files.move(this.file, releases.resolve("real.toml"));
		Files.createSymbolicLink(this.directory.resolve("current"), Path.of("releases/2"));
		Path inner = Files.createSymbolicLink(this.directory.resolve("inner.toml"), Path.of("current/real.toml"));
		Files.createSymbolicLink(this.file, inner.toAbsolutePath());

		replace(this.file);

		assertThat(target).hasBinaryContent(NEW);
		assertThat(Files.readSymbolicLink(this.file)).isEqualTo(inner.toAbsolutePath());
		assertThat(Files.readSymbolicLink(inner)).isEqualTo(Path.of("current/real.toml"));
		assertThat(Files.isRegularFile(target)).isTrue();
	}

	@Test
	void createsTheTargetOfALinkThatLeadsNowhere() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("link.toml"), Path.of("target.toml"));

		source(link).write(NEW, SourceContent.ABSENT);

		assertThat(link).isSymbolicLink().hasBinaryContent(NEW);
		assertThat(this.directory.resolve("target.toml")).isRegularFile();
	}

	@ParameterizedTest
	@ValueSource(strings = { "con*fig?.toml", "[a-z]{x,y}.toml", "a b.toml", "-rf.toml", "Gr\u00fc\u00dfe.toml" })
	void takesNamesAsTheyAre(String name) throws IOException {
		Path odd = Files.writeString(this.directory.resolve(name), "port = 8080\n");

		replace(odd);

		assertThat(odd).hasBinaryContent(NEW);
		assertThat(this.file).hasContent("port = 8080\n");
		assertThat(names()).containsExactlyInAnyOrder("config.toml", name);
	}

	@Test
	void doesNotReplaceADirectory() throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("folder"));
		Files.writeString(folder.resolve("inside"), "still here");

		assertThatExceptionOfType(SourceRejectedException.class)
			.isThrownBy(() -> source(folder).write(NEW, SourceContent.ABSENT));

		assertThat(folder.resolve("inside")).hasContent("still here");
	}

	@Test
	void leavesTheOldDocumentAndNoTemporaryFileWhenItFails() throws IOException {
		Path inAFile = this.file.resolve("config.toml");

		assertThatExceptionOfType(IOException.class).isThrownBy(() -> source(inAFile).write(NEW, SourceContent.ABSENT));

		assertThat(this.file).hasContent("port = 8080\n");
		assertThat(names()).containsExactly("config.toml");
	}

	@Test
	void appliesItsLimits() throws IOException {
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("rw-rw-rw-"));

		assertThatExceptionOfType(SourceRejectedException.class)
			.isThrownBy(new FileSource(this.file, 5, FilePermissions.IGNORE, WatchSettings.defaults())::read)
			.withMessageContaining("max-size");
		assertThatExceptionOfType(SourceRejectedException.class)
			.isThrownBy(new FileSource(this.file, 500, FilePermissions.ENFORCE, WatchSettings.defaults())::read)
			.withMessageContaining("chmod");
	}

	@Test
	void isNotWatchedAtFirst() {
		assertThat(source(this.file).watchMode()).isEqualTo(HotReloadMode.OFF);
	}

	private void replace(Path path) throws IOException {
		FileSource source = source(path);
		source.write(NEW, source.read().revision());
	}

	private List<String> names() throws IOException {
		try (Stream<Path> entries = Files.list(this.directory)) {
			return entries.map((entry) -> entry.getFileName().toString()).toList();
		}
	}

	private static FileSource source(Path path) {
		return new FileSource(path, 1000, FilePermissions.IGNORE, WatchSettings.defaults());
	}

}
