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
package io.wolfprowler.config.internal.engine.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link VersionStore}, {@code VersionDiff} and {@link StoredVersion}: what a
 * restart finds of the versions before it.
 */
@ExtendWith(OutputCapture.class)
class VersionStoreTests {

	private static final String SECOND = GatewayRig.TEXT.replace("8080", "9090");

	private static final Instant NOW = GatewayRig.NOW;

	private final AtomicInteger most = new AtomicInteger(Integer.MAX_VALUE);

	@TempDir
	private Path directory;

	private Path file;

	private Path history;

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.directory.resolve("config.toml"), GatewayRig.TEXT);
		this.history = this.directory.resolve(".wolf-config");
	}

	@Test
	void goesOnWithTheVersionsOfTheRunBefore() throws IOException {
		try (ConfigManager<Gateway> manager = started()) {
			applied(manager, SECOND);
			manager.updateConfig((gateway) -> gateway.withLimit(20));
		}

		try (ConfigManager<Gateway> manager = started(at(NOW.plusSeconds(60)))) {
			assertThat(manager.inspect().history())
				.extracting(ConfigVersion::version, ConfigVersion::cause, ConfigVersion::acceptedAt)
				.containsExactly(line(4, Cause.START, NOW.plusSeconds(60)), line(3, Cause.UPDATE, NOW),
						line(2, Cause.RELOAD, NOW), line(1, Cause.START, NOW));
			assertThat(manager.getSnapshot().version()).isEqualTo(4);
			assertThat(manager.getConfig().limit()).isEqualTo(10);
		}
	}

	@Test
	void keepsTheVersionOfATextThatIsTheSameAfterARestart() throws IOException {
		try (ConfigManager<Gateway> manager = started()) {
			applied(manager, SECOND);
		}
		List<String> before = backups();

		try (ConfigManager<Gateway> manager = started(at(NOW.plusSeconds(60)))) {
			assertThat(manager.getSnapshot().version()).isEqualTo(2);
			assertThat(manager.getSnapshot().cause()).isEqualTo(Cause.START);
			assertThat(manager.getSnapshot().loadedAt()).isEqualTo(NOW.plusSeconds(60));
			assertThat(manager.inspect().history()).first()
				.extracting(ConfigVersion::version, ConfigVersion::cause, ConfigVersion::acceptedAt,
						ConfigVersion::origin)
				.containsExactly(2L, Cause.RELOAD, NOW, this.file.toString());
			assertThat(manager.status().active()).isEqualTo(manager.inspect().history().get(0));
		}
		assertThat(backups()).isEqualTo(before);
	}

	@Test
	void returnsToAVersionOfTheRunBefore() throws IOException {
		try (ConfigManager<Gateway> manager = started()) {
			manager.updateConfig((gateway) -> gateway.withLimit(20));
			applied(manager, SECOND);
		}

		try (ConfigManager<Gateway> manager = started()) {
			ReloadResult result = manager.rollback(2);

			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(manager.getConfig().limit()).isEqualTo(20);
			assertThat(manager.getConfig().port()).isEqualTo(8080);
			assertThat(this.file).hasContent(GatewayRig.TEXT.replace("limit = 10", "limit = 20"));
		}
	}

	@Test
	void refusesToReturnToAVersionThatBreaksTodaysRulesWithAllReasons() throws IOException {
		Files.writeString(this.file, GatewayRig.TEXT.replace("limit = 10", "limit = 200").replace("8080", "8081"));
		try (ConfigManager<Gateway> manager = started()) {
			applied(manager, SECOND);
		}
		this.most.set(100);

		try (ConfigManager<Gateway> manager = started()) {
			ReloadResult result = manager.rollback(1);

			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems()).extracting(Problem::message)
				.containsExactlyInAnyOrder("limit must be at most 100", "port must be even");
			assertThat(manager.getConfig().port()).isEqualTo(9090);
		}
	}

	@Test
	void saysWhatDiffersBetweenTwoVersionsAndShowsNoSecret() throws IOException {
		try (ConfigManager<Gateway> manager = started()) {
			applied(manager, SECOND);
		}

		try (ConfigManager<Gateway> manager = started()) {
			manager.updateValues(Map.of("password", "hunter2", "limit", 20));
			List<ConfigChange.Property> diff = manager.inspect().diff(1, 3);

			assertThat(diff).containsExactlyInAnyOrder(new ConfigChange.Property("port", 8080, 9090, false),
					new ConfigChange.Property("limit", 10, 20, false),
					new ConfigChange.Property("password", "***", "***", true));
			assertThat(manager.inspect().diff(3, 3)).isEmpty();
			assertThat(manager.inspect().diff(3, 2)).hasSize(2);
			assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> manager.inspect().diff(1, 9))
				.withMessage("version 9 is not kept");
		}
	}

	@Test
	void keepsExactlyTheNewestVersionsWhateverComesAtOnce() throws Exception {
		try (ConfigManager<Gateway> manager = started((builder) -> builder.history((history) -> history.size(5)))) {
			List<Thread> threads = IntStream.range(0, 4)
				.mapToObj((thread) -> new Thread(() -> IntStream.range(0, 25)
					.forEach((i) -> manager.updateConfig((gateway) -> gateway.withLimit(gateway.limit() + 1)))))
				.toList();
			threads.forEach(Thread::start);
			for (Thread thread : threads) {
				thread.join();
			}
			assertThat(manager.inspect().history()).extracting(ConfigVersion::version)
				.containsExactly(101L, 100L, 99L, 98L, 97L);
		}

		assertThat(backups()).hasSize(5);
		try (ConfigManager<Gateway> manager = started((builder) -> builder.history((history) -> history.size(5)))) {
			assertThat(manager.inspect().history()).extracting(ConfigVersion::version)
				.containsExactly(102L, 101L, 100L, 99L, 98L);
		}
		assertThat(backups()).hasSize(5);
	}

	@Test
	void writesFilesThatOnlyTheirOwnerMayReadAndAnyoneCanMakeSenseOf() throws IOException {
		started().close();

		assertThat(backups()).singleElement()
			.asString()
			.matches("config\\.toml\\.000001\\.start\\.20260203T040506\\.000000Z\\.[0-9a-f]{64}\\.toml");
		Path backup = this.history.resolve(backups().get(0));
		assertThat(backup).hasContent(GatewayRig.TEXT);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
	}

	@Test
	void warnsOfADirectoryThatCannotBeWrittenAndLosesNoReload(CapturedOutput output) throws IOException {
		Files.writeString(this.history, "in the way");

		try (ConfigManager<Gateway> manager = started()) {
			applied(manager, SECOND);
			manager.updateConfig((gateway) -> gateway.withLimit(20));

			assertThat(manager.rollback(1).outcome()).isEqualTo(Outcome.APPLIED);
		}
		assertThat(output).containsOnlyOnce("Cannot keep all accepted versions in " + this.history);
	}

	@Test
	void catchesUpWhenTheDirectoryCanBeWrittenAgain() throws IOException {
		Files.writeString(this.history, "in the way");
		try (ConfigManager<Gateway> manager = started()) {
			applied(manager, SECOND);
			Files.delete(this.history);
			manager.updateConfig((gateway) -> gateway.withLimit(20));
		}

		assertThat(backups()).hasSize(3);
	}

	@Test
	void refusesWhatCannotBeKeptWhereThatIsRequired() throws IOException {
		try (ConfigManager<Gateway> manager = started(
				(builder) -> builder.history((history) -> history.required(true)))) {
			try (Stream<Path> files = Files.list(this.history)) {
				files.forEach((backup) -> backup.toFile().delete());
			}
			Files.delete(this.history);
			Files.writeString(this.history, "in the way");
			Files.writeString(this.file, SECOND);

			ReloadResult result = manager.reload();

			assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
			assertThat(result.problems()).singleElement()
				.extracting(Problem::message)
				.asString()
				.startsWith("can't be kept in the history, which is required: ");
			assertThat(manager.getSnapshot().version()).isEqualTo(1);
			assertThatExceptionOfType(ConfigRejectedException.class)
				.isThrownBy(() -> manager.updateConfig((gateway) -> gateway.withLimit(20)));
			Files.delete(this.history);
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
		}
	}

	@Test
	void keepsNoVersionThatWasVetoedWhereThatIsRequired() throws IOException {
		try (ConfigManager<Gateway> manager = started(
				(builder) -> builder.history((history) -> history.required(true)))) {
			manager.addParticipant((transition) -> {
				manager.close();
				return Prepared.NOTHING;
			});
			Files.writeString(this.file, SECOND);

			assertThatIllegalStateException().isThrownBy(manager::reload);
		}

		assertThat(backups()).hasSize(1);
	}

	@Test
	void tellsFilesOfTheSameNameApartInADirectoryForAll() throws IOException {
		Path shared = this.directory.resolve("shared");
		Path other = Files.createDirectory(this.directory.resolve("other")).resolve("config.toml");
		Files.writeString(other, SECOND);
		try (ConfigManager<Gateway> first = started(
				(builder) -> builder.name("first").history((history) -> history.directory(shared)));
				ConfigManager<Gateway> second = started((builder) -> builder.name("second")
					.file(other)
					.history((history) -> history.directory(shared)))) {
			assertThat(first.inspect().history()).hasSize(1);
			assertThat(second.inspect().history()).hasSize(1);
		}
		try (ConfigManager<Gateway> again = started(
				(builder) -> builder.name("first").history((history) -> history.directory(shared)))) {
			assertThat(again.inspect().history()).hasSize(1);
			assertThat(again.getSnapshot().version()).isEqualTo(1);
		}
	}

	@Test
	void doesNotStartWhereTheFirstVersionCannotBeKeptAndThatIsRequired() throws IOException {
		Files.writeString(this.history, "in the way");

		assertThatExceptionOfType(ConfigException.class)
			.isThrownBy(() -> started((builder) -> builder.history((history) -> history.required(true))))
			.withMessageContaining("can't be kept in the history, which is required");
	}

	@Test
	void readsNoBackupThatSomebodyHasChanged() throws IOException {
		try (ConfigManager<Gateway> manager = started()) {
			applied(manager, SECOND);
		}
		Files.writeString(this.history.resolve(backups().get(0)), GatewayRig.TEXT + "# Mine.\n");

		try (ConfigManager<Gateway> manager = started()) {
			ReloadResult result = manager.rollback(1);

			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems()).singleElement()
				.extracting(Problem::message)
				.asString()
				.matches("version 1 can't be read: .*config\\.toml\\.000001.* was changed since it was written");
		}
	}

	@Test
	void leavesAloneWhatOthersHavePutThere() throws IOException {
		started().close();
		Files.writeString(this.history.resolve("config.toml.notes.txt"), "mine");
		Files.writeString(
				this.history.resolve("gateway.toml.000009.start.20260203T040506.000000Z." + "0".repeat(64) + ".toml"),
				"another file's");
		Files.writeString(this.history.resolve(
				".config.toml.000002.reload.20260203T040506.000000Z." + "0".repeat(64) + ".toml.999999999.123.tmp"),
				"a draft that a crash has left");

		try (ConfigManager<Gateway> manager = started((builder) -> builder.history((history) -> history.size(1)))) {
			applied(manager, SECOND);
			assertThat(manager.inspect().history()).hasSize(1);
		}

		assertThat(backups()).hasSize(3).noneMatch((name) -> name.endsWith(".tmp"));
	}

	private ConfigManager<Gateway> started() {
		return started((builder) -> {
		});
	}

	private ConfigManager<Gateway> started(Consumer<ManagerBuilder<Gateway>> customizer) {
		ManagerBuilder<Gateway> builder = new ManagerBuilder<>(Gateway.class).file(this.file)
			.history((history) -> history.directory(Path.of(".wolf-config")))
			.validator((gateway) -> Stream
				.of(Problem.invalid("limit", "must be at most " + this.most), Problem.invalid("port", "must be even"))
				.filter((problem) -> "limit".equals(problem.key()) ? gateway.limit() > this.most.get()
						: this.most.get() == 100 && gateway.port() % 2 != 0)
				.toList());
		builder.clock(Clock.fixed(NOW, ZoneOffset.UTC));
		builder.schedulerInstead((system) -> new FakeScheduler());
		customizer.accept(builder);
		return builder.build();
	}

	private static Consumer<ManagerBuilder<Gateway>> at(Instant time) {
		return (builder) -> builder.clock(Clock.fixed(time, ZoneOffset.UTC));
	}

	private void applied(ConfigManager<Gateway> manager, String text) throws IOException {
		Files.writeString(this.file, text);
		assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
	}

	private List<String> backups() throws IOException {
		try (Stream<Path> files = Files.list(this.history)) {
			return files.map((backup) -> backup.getFileName().toString()).sorted().toList();
		}
	}

	private static Tuple line(long version, Cause cause, Instant at) {
		return Tuple.tuple(version, cause, at);
	}

}
