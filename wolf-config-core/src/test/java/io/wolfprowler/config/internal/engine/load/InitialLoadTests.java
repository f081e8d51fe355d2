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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigLoadException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.RecordingObserver;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link InitialLoad}: what a manager starts on, and when it doesn't.
 */
@ExtendWith(OutputCapture.class)
class InitialLoadTests {

	private final RecordingObserver<Gateway> observer = new RecordingObserver<>();

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void write() throws IOException {
		this.file = this.directory.resolve("config.toml");
		Files.writeString(this.file, GatewayRig.TEXT);
	}

	@Test
	void loadsTheSourceAsVersionOneAndTellsNobody() {
		try (ConfigManager<Gateway> manager = started(StartMode.STRICT)) {
			assertThat(manager.getSnapshot().version()).isEqualTo(1);
			assertThat(manager.getSnapshot().cause()).isEqualTo(Cause.START);
			assertThat(manager.status().lastAttempt().result().outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(this.observer.versions()).isEmpty();
		}
	}

	@Test
	void failsOnABrokenSourceWithAllProblems() throws IOException {
		Files.writeString(this.file, "port = 70000\nlimit = true\n");

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> started(StartMode.STRICT))
			.withMessageContaining("config.toml:1:8: port must be between 1 and 65535, found 70000")
			.withMessageContaining("config.toml:2:9: limit must be an integer, found true")
			.satisfies((ex) -> assertThat(ex.getProblems()).hasSize(2))
			.satisfies((ex) -> assertThat(ex.isAbsent()).isFalse());
	}

	@Test
	void failsOnAnAbsentSource() throws IOException {
		Files.delete(this.file);

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> started(StartMode.STRICT))
			.satisfies((ex) -> assertThat(ex.isAbsent()).isTrue());
	}

	@Test
	void keepsNoLastGoodContentWhenStrict() {
		started(StartMode.STRICT).close();

		assertThat(this.directory.resolve(".wolf-config")).doesNotExist();
	}

	@Test
	void startsOnTheNewestAcceptedContentOfABrokenSource(CapturedOutput output) throws IOException {
		try (ConfigManager<Gateway> manager = started(StartMode.LAST_GOOD)) {
			Files.writeString(this.file, GatewayRig.TEXT.replace("8080", "9090"));
			manager.reload();
		}
		Files.writeString(this.file, "port = 70000\n");

		try (ConfigManager<Gateway> manager = started(StartMode.LAST_GOOD)) {
			assertThat(manager.getConfig().port()).isEqualTo(9090);
			assertThat(manager.getSnapshot().cause()).isEqualTo(Cause.LAST_GOOD);
			assertThat(manager.status().lastAttempt().result().outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(output).contains("Started on the last good content of " + this.file + " as version 2");
		}
	}

	@Test
	void tellsOnceWhyItDidNotStartOnTheSource(CapturedOutput output) throws IOException {
		started(StartMode.LAST_GOOD).close();
		Files.writeString(this.file, "port = 70000\n");

		try (ConfigManager<Gateway> manager = started(StartMode.LAST_GOOD)) {
			manager.reload();
			manager.disableHotReload();

			assertThat(output).containsOnlyOnce("Kept version 1; " + this.file + ":1:8: port must be between");
			assertThat(this.observer.refusals()).hasSize(1);
		}
	}

	@Test
	void startsOnTheLastGoodContentOfAnAbsentSource(CapturedOutput output) throws IOException {
		started(StartMode.LAST_GOOD).close();
		Files.delete(this.file);

		try (ConfigManager<Gateway> manager = started(StartMode.LAST_GOOD)) {
			manager.reload();

			assertThat(manager.getConfig().port()).isEqualTo(8080);
			assertThat(manager.status().lastAttempt().result().outcome()).isEqualTo(Outcome.UNAVAILABLE);
			assertThat(output).containsOnlyOnce("Kept version 1; " + this.file + ": does not exist");
		}
	}

	@Test
	void followsTheSourceOnceItIsGood() throws IOException {
		started(StartMode.LAST_GOOD).close();
		Files.writeString(this.file, "port = 70000\n");

		try (ConfigManager<Gateway> manager = started(StartMode.LAST_GOOD)) {
			Files.writeString(this.file, GatewayRig.TEXT.replace("8080", "9090"));

			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(manager.getSnapshot().version()).isEqualTo(2);
		}
	}

	@Test
	void failsWhenNoLastGoodContentIsKept() throws IOException {
		Files.writeString(this.file, "port = 70000\n");

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> started(StartMode.LAST_GOOD))
			.withMessageContaining("port must be between 1 and 65535");
	}

	@Test
	void failsWhenTheLastGoodContentBreaksTodaysRules() throws IOException {
		started(StartMode.LAST_GOOD).close();
		Files.writeString(this.file, "port = 70000\n");
		Path kept = keptFile();
		String spoilt = "port = 80000\n";
		Files.writeString(kept, spoilt);
		Files.move(kept, kept.resolveSibling(kept.getFileName().toString().replaceAll("[0-9a-f]{64}", digest(spoilt))));

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> started(StartMode.LAST_GOOD))
			.withMessageContaining("found 70000");
	}

	@Test
	void keepsTheLastGoodContentToItsOwner() throws IOException {
		started(StartMode.LAST_GOOD).close();

		assertThat(keptFile()).hasContent(GatewayRig.TEXT);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keptFile()))).isEqualTo("rw-------");
	}

	@Test
	void startsWhenTheLastGoodContentCannotBeKept(CapturedOutput output) throws IOException {
		Files.writeString(this.directory.resolve(".wolf-config"), "in the way");

		try (ConfigManager<Gateway> manager = started(StartMode.LAST_GOOD)) {
			Files.writeString(this.file, GatewayRig.TEXT.replace("8080", "9090"));
			manager.reload();

			assertThat(manager.getConfig().port()).isEqualTo(9090);
		}
		assertThat(output)
			.containsOnlyOnce("Cannot keep all accepted versions in " + this.directory.resolve(".wolf-config"));
	}

	@Test
	void needsAFileOrASource() {
		assertThatIllegalStateException().isThrownBy(() -> new ManagerBuilder<>(Gateway.class).name("gate").build())
			.withMessage("The configuration manager 'gate' needs a file or a source");
	}

	private Path keptFile() throws IOException {
		try (Stream<Path> files = Files.list(this.directory.resolve(".wolf-config"))) {
			return files.findFirst().orElseThrow();
		}
	}

	private static String digest(String text) {
		return SourceContent.of(text.getBytes(StandardCharsets.UTF_8)).digest();
	}

	private ConfigManager<Gateway> started(StartMode mode) {
		ManagerBuilder<Gateway> builder = new ManagerBuilder<>(Gateway.class).file(this.file)
			.startMode(mode)
			.observer(this.observer);
		builder.clock(Clock.fixed(GatewayRig.NOW, ZoneOffset.UTC));
		builder.schedulerInstead((system) -> new FakeScheduler());
		return builder.build();
	}

}
