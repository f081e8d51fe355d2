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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AuditFile} and its parts.
 */
@ExtendWith(OutputCapture.class)
class AuditFileTests {

	private static final long LARGE = 1 << 20;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir
	private Path directory;

	@Test
	void isMadeWithItsDirectoryForItsOwnerOnly() throws IOException {
		Path path = this.directory.resolve("var/log/audit.jsonl");

		file(path, LARGE, 1).add(line("a"));

		assertThat(path).hasContent(line("a") + "\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
	}

	@Test
	void isAppendedTo() throws IOException {
		Path path = Files.writeString(path(), "{}\n");
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

		file(path, LARGE, 1).add(line("a"));
		file(path, LARGE, 1).add(line("b"));

		assertThat(Files.readString(path)).isEqualTo("{}\n" + line("a") + "\n" + line("b") + "\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-r-----");
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "-1, 1", "1, 2" })
	void isRotatedAtTheByte(int more, int linesInFirst) throws IOException {
		AuditFile file = file(path(), 2 * (line("a").toString().length() + 1) + more, 5);

		List.of("a", "b", "c").forEach((actor) -> file.add(line(actor)));

		assertThat(Files.readAllLines(rotated((linesInFirst == 2) ? 1 : 2))).hasSize(linesInFirst);
		assertThat(Files.readAllLines(path())).containsExactly(line("c").toString());
	}

	@Test
	void keepsSoManyRotatedFilesTheNewestFirst() throws IOException {
		AuditFile file = file(path(), 1, 3);

		List.of("a", "b", "c", "d", "e", "f").forEach((actor) -> file.add(line(actor)));

		assertThat(path()).hasContent(line("f") + "\n");
		assertThat(rotated(1)).hasContent(line("e") + "\n");
		assertThat(rotated(2)).hasContent(line("d") + "\n");
		assertThat(rotated(3)).hasContent(line("c") + "\n");
		assertThat(rotated(4)).doesNotExist();
	}

	@Test
	void deletesWhatALowerNumberOfFilesLeavesOver() throws IOException {
		for (int number : List.of(1, 2, 3, 4, 5, 7)) {
			Files.writeString(rotated(number), number + "\n");
		}
		Files.writeString(path(), "0\n");

		file(path(), 1, 2).add(line("a"));

		assertThat(rotated(1)).hasContent("0\n");
		assertThat(rotated(2)).hasContent("1\n");
		assertThat(List.of(rotated(3), rotated(4), rotated(5))).allSatisfy((gone) -> assertThat(gone).doesNotExist());
		assertThat(rotated(7)).hasContent("7\n");
	}

	@Test
	void saysThatALeftOverFileCannotBeDeleted(CapturedOutput output) throws IOException {
		Files.createDirectories(rotated(2).resolve("occupied"));
		Files.writeString(path(), "0\n");

		file(path(), 1, 1).add(line("a"));

		assertThat(rotated(1)).hasContent("0\n");
		assertThat(path()).hasContent(line("a") + "\n");
		assertThat(output).containsOnlyOnce("Cannot delete " + rotated(2));
	}

	@Test
	void goesOnAfterARotationThatWasCutShort() throws IOException {
		Files.writeString(rotated(1), "1\n");
		Files.writeString(rotated(3), "3\n");
		Files.writeString(path(), "0\n");

		file(path(), 1, 3).add(line("a"));

		assertThat(rotated(1)).hasContent("0\n");
		assertThat(rotated(2)).hasContent("1\n");
		assertThat(rotated(3)).hasContent("3\n");
	}

	@Test
	void growsBeyondItsSizeWhenItCannotBeRotated(CapturedOutput output) throws IOException {
		Files.createDirectories(rotated(1).resolve("occupied"));
		AuditFile file = file(path(), 1, 1);

		List.of("a", "b", "c").forEach((actor) -> file.add(line(actor)));

		assertThat(Files.readAllLines(path())).hasSize(3);
		assertThat(output).containsOnlyOnce("Cannot rotate the audit log " + path() + "; it goes on beyond its size: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"time\":\"20", "{", "\n{}", "{}" })
	void completesALineThatWasTorn(String torn) throws IOException {
		Files.writeString(path(), torn);

		file(path(), LARGE, 1).add(line("a"));

		assertThat(Files.readString(path())).isEqualTo(torn + "\n" + line("a") + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mkdir", "mkfifo", "ln -s /dev/null" })
	void countsTheLinesLostWhileItCannotBeWritten(String obstacle, CapturedOutput output) throws IOException {
		List<String> command = new ArrayList<>(List.of(obstacle.split(" ")));
		command.add(path().toString());
		Mount.succeed(command.toArray(String[]::new));
		AuditFile file = file(path(), LARGE, 1);

		file.add(line("a"));
		file.add(line("b"));
		Files.delete(path());
		file.add(line("c"));
		file.add(line("d"));

		assertThat(Files.readAllLines(path())).containsExactly(line("c").text(2), line("d").toString());
		assertThat(output)
			.containsOnlyOnce("Cannot write the audit log " + path()
					+ "; its lines are lost, and counted, until it can be written: "
					+ "java.nio.file.FileSystemException: " + path() + ": must be a regular file")
			.containsOnlyOnce("The audit log " + path() + " is written again");
	}

	@Test
	void tellsAtTheEndWhatItLacks(CapturedOutput output) throws IOException {
		Files.createDirectory(path());
		AuditFile file = file(path(), LARGE, 1);

		file.add(line("a"));
		file.close();

		assertThat(output).contains("The audit log " + path() + " lacks 1 lines, which could not be written");
	}

	@Test
	void writesInOneGoWhatHasWaited() throws IOException {
		List<Runnable> tasks = new ArrayList<>();
		AuditFile file = new AuditFile(path(), LARGE, 1, tasks::add);

		List.of("a", "b", "c").forEach((actor) -> file.add(line(actor)));

		assertThat(tasks).hasSize(1);
		tasks.remove(0).run();
		assertThat(Files.readAllLines(path())).hasSize(3);
		file.add(line("d"));
		assertThat(tasks).hasSize(1);
	}

	@Test
	void keepsNobodyWaitingForADiskThatHangs(CapturedOutput output) throws Exception {
		Gate disk = new Gate();
		ExecutorService thread = Executors.newSingleThreadExecutor();
		AuditFile file = new AuditFile(path(), 4 * LARGE, 5, (task) -> thread.execute(() -> {
			disk.pass();
			task.run();
		}));
		AuditLine large = line("x".repeat(1 << 20));

		for (int lines = 0; lines < 12; lines++) {
			file.add(large);
		}

		assertThat(file.flush(Duration.ofMillis(1))).isEqualTo(12);
		disk.open();
		assertThat(file.flush(PATIENCE)).isEqualTo(5);
		file.add(line("a"));
		assertThat(file.flush(PATIENCE)).isZero();
		assertThat(Files.readAllLines(path())).last().isEqualTo(line("a").text(5));
		assertThat(output)
			.containsOnlyOnce("The audit log " + path() + " takes no lines; those that do not wait for it are lost");
		thread.shutdown();
	}

	@Test
	void keepsLinesUntilThereIsAThread(CapturedOutput output) throws IOException {
		AtomicInteger calls = new AtomicInteger();
		Executor poor = (task) -> {
			if (calls.incrementAndGet() == 1) {
				throw new RejectedExecutionException("none");
			}
			task.run();
		};
		AuditFile file = new AuditFile(path(), LARGE, 1, poor);

		file.add(line("a"));
		file.add(line("b"));

		assertThat(Files.readAllLines(path())).containsExactly(line("a").toString(), line("b").toString());
		assertThat(output).contains("No thread is to be had for the audit log " + path());
	}

	@Test
	void keepsTheLinesOfSeveralThreadsWholeAndInOrder() throws IOException {
		ExecutorService thread = Executors.newCachedThreadPool();
		AuditFile file = new AuditFile(path(), 10_000, 100, thread);
		AtomicInteger numbers = new AtomicInteger();

		new Threads().start(4, () -> {
			int number = numbers.incrementAndGet();
			for (int i = 0; i < 500; i++) {
				file.add(line(number + ":" + i));
			}
		}).join();
		assertThat(file.flush(PATIENCE)).isZero();
		thread.shutdown();

		List<String> lines = new ArrayList<>();
		for (int number = 100; number >= 1; number--) {
			lines.addAll(Files.exists(rotated(number)) ? Files.readAllLines(rotated(number)) : List.of());
		}
		lines.addAll(Files.readAllLines(path()));
		for (int number = 1; number <= 4; number++) {
			List<String> expected = new ArrayList<>();
			for (int i = 0; i < 500; i++) {
				expected.add(line(number + ":" + i).toString());
			}
			String mine = "\"" + number + ":";
			assertThat(lines).filteredOn((line) -> line.contains(mine)).isEqualTo(expected);
		}
		assertThat(lines).hasSize(2000);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 'maxSize must be at least 1 byte, found 0'", "1, 0, 'maxFiles must be at least 1, found 0'" })
	void hasASizeAndRotatedFiles(long maxSize, int maxFiles, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> file(path(), maxSize, maxFiles)).withMessage(message);
	}

	private Path path() {
		return this.directory.resolve("audit.jsonl");
	}

	private Path rotated(int number) {
		return this.directory.resolve("audit.jsonl." + number);
	}

	private static AuditFile file(Path path, long maxSize, int maxFiles) {
		return new AuditFile(path, maxSize, maxFiles, Runnable::run);
	}

	private static AuditLine line(String actor) {
		return AuditLine.of("wolf", new ConfigAttempt(Instant.EPOCH, Cause.RELOAD, actor, "",
				new ReloadResult(Outcome.APPLIED, 1, List.of(), List.of(), Set.of(), Duration.ZERO), Map.of()));
	}

}
