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

package io.wolfprowler.config.internal.engine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.wolfprowler.config.ConfigLoadException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.bind.ConfigTemplate;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InitialDocument}.
 */
@ExtendWith(OutputCapture.class)
class InitialDocumentTests {

	@TempDir
	private Path directory;

	@Test
	void writesTheTemplateAndStartsOnIt(CapturedOutput output) throws IOException {
		Path file = this.directory.resolve("config.toml");

		try (ConfigManager<Gateway> manager = builder(Gateway.class).file(file).build()) {
			assertThat(manager.getConfig().port()).isEqualTo(8080);
			assertThat(Files.readString(file)).isEqualTo(ConfigTemplate.of(Gateway.class).toToml());
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		}

		assertThat(output).containsOnlyOnce("Created " + file + " with all keys of Gateway and their defaults")
			.contains("Loaded " + file + " as version 1");
		assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		try (var entries = Files.list(this.directory)) {
			assertThat(entries).containsExactly(file);
		}
	}

	@Test
	void createsNothingUnlessAsked() {
		Path file = this.directory.resolve("config.toml");

		assertThatExceptionOfType(ConfigLoadException.class)
			.isThrownBy(() -> builder(Gateway.class).createIfMissing(false).file(file).build());

		assertThat(file).doesNotExist();
	}

	@Test
	void leavesWhatIsThere() throws IOException {
		Path file = this.directory.resolve("config.toml");
		Files.writeString(file, "");

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> builder(Gateway.class).file(file).build())
			.withMessageContaining("is empty");

		assertThat(file).isEmptyFile();
	}

	@Test
	void leavesWhatSomebodyElseWritesMeanwhile() {
		StubSource source = new StubSource("");
		source.remove();
		source.duringWrite(() -> source.put("port = 1\n"));

		try (ConfigManager<Gateway> manager = builder(Gateway.class).source(source, Path.of("config.toml")).build()) {
			assertThat(manager.getConfig().port()).isEqualTo(1);
			assertThat(source.text()).isEqualTo("port = 1\n");
		}
	}

	@Test
	void createsNoDirectory() {
		Path file = this.directory.resolve("etc/config.toml");

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> builder(Gateway.class).file(file).build())
			.satisfies((ex) -> assertThat(ex.getProblems().get(0).message())
				.isEqualTo("does not exist, and can't be created: there is no directory " + file.getParent()));

		assertThat(file.getParent()).doesNotExist();
	}

	@Test
	void saysWhyTheSourceCannotBeWritten() {
		StubSource source = new StubSource("");
		source.remove();
		source.failWrites(new IOException("the disk is full"));

		assertThatExceptionOfType(ConfigLoadException.class)
			.isThrownBy(() -> builder(Gateway.class).source(source, Path.of("config.toml")).build())
			.withMessageContaining("does not exist, and can't be created: the disk is full");
	}

	@Test
	void aLostFileIsNoFirstStart() throws IOException {
		Path file = this.directory.resolve("config.toml");
		Files.writeString(file, "port = 9090\n");
		builder(Gateway.class).startMode(StartMode.LAST_GOOD).file(file).build().close();
		Files.delete(file);

		try (ConfigManager<Gateway> manager = builder(Gateway.class).startMode(StartMode.LAST_GOOD)
			.file(file)
			.build()) {
			assertThat(manager.getConfig().port()).isEqualTo(9090);
		}

		assertThat(file).doesNotExist();
	}

	@Test
	void saysWhatIsStillToBeFilledIn() {
		Path file = this.directory.resolve("config.toml");

		assertThatExceptionOfType(ConfigLoadException.class)
			.isThrownBy(() -> builder(Required.class).placeholders((name) -> null).file(file).build())
			.satisfies((ex) -> assertThat(ex.getProblems()).extracting((problem) -> problem.describe("config.toml"))
				.containsExactly("config.toml:8:12: password: nothing sets WOLF_PASSWORD; set it, or give a default:"
						+ " ${WOLF_PASSWORD:...}", "config.toml: host is required"));

		assertThat(file).exists();
	}

	private static <T> ManagerBuilder<T> builder(Class<T> type) {
		return new ManagerBuilder<>(type).createIfMissing(true);
	}

	record Required(String host, @Default("1") int port, String password) {

	}

}
