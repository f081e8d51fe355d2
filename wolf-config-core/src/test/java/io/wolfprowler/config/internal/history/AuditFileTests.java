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
import java.util.stream.IntStream;

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

/**
 * Tests for {@link AuditFile} and its parts.
 */
@ExtendWith(OutputCapture.class)
class AuditFileTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir
	private Path directory;

	@Test
	void isMadeWithItsDirectoryForItsOwnerOnly() throws IOException {
		Path path = this.directory.resolve("var/log/audit.jsonl");

		file(path).add(line("a"));

		assertThat(path).hasContent(line("a") + "\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
	}

	@Test
	void isAppendedTo() throws IOException {
		Path path = Files.writeString(path(), "{}\n");
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

		file(path).add(line("a"));
		file(path).add(line("b"));

		assertThat(Files.readString(path)).isEqualTo("{}\n" + line("a") + "\n" + line("b") + "\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-r-----");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			moved                  | mv audit.jsonl audit.jsonl.1                                | audit.jsonl.1
			moved and created      | mv audit.jsonl audit.jsonl.1 && touch audit.jsonl           | audit.jsonl.1
			copied and deleted     | cp audit.jsonl audit.jsonl.1 && rm audit.jsonl              | audit.jsonl.1
			copied and truncated   | cp audit.jsonl audit.jsonl.1 && truncate -s 0 audit.jsonl   | audit.jsonl.1
			moved elsewhere        | mkdir old && mv audit.jsonl old/                            | old/audit.jsonl
			""")
	void goesOnInANewFileWhenTheOldOneWasRotated(String name, String rotate, Path rotated) throws IOException {
		AuditFile file = file(path());
		file.add(line("a"));
		file.add(line("b"));

		Mount.succeed("sh", "-c", "cd " + this.directory + " && " + rotate);
		file.add(line("c"));
		file.add(line("d"));

		assertThat(path()).as(name).hasContent(line("c") + "\n" + line("d") + "\n");
		assertThat(this.directory.resolve(rotated)).hasContent(line("a") + "\n" + line("b") + "\n");
	}

	@Test
	void goesOnInANewFileWhenTheOldOneWasDeleted() throws IOException {
		AuditFile file = file(path());
		file.add(line("a"));

		Files.delete(path());
		file.add(line("b"));

		assertThat(path()).hasContent(line("b") + "\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"time\":\"20", "{", "\n{}", "{}" })
	void completesALineThatWasTorn(String torn) throws IOException {
		Files.writeString(path(), torn);

		file(path()).add(line("a"));

		assertThat(Files.readString(path())).isEqualTo(torn + "\n" + line("a") + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mkdir", "mkfifo", "ln -s /dev/null" })
	void countsTheLinesLostWhileItCannotBeWritten(String obstacle, CapturedOutput output) throws IOException {
		List<String> command = new ArrayList<>(List.of(obstacle.split(" ")));
		command.add(path().toString());
		Mount.succeed(command.toArray(String[]::new));
		AuditFile file = file(path());

		file.add(line("a"));
		file.add(line("b"));
		Files.delete(path());
		file.add(line("c"));
		file.add(line("d"));

		assertThat(Files.readAllLines(path())).containsExactly(line("c").text(2), line("d").toString());
		assertThat(output)
			.containsOnlyOnce(
					"Cannot write the audit log " + path() + "; lines are lost and counted until it can be written: "
							+ "java.nio.file.FileSystemException: " + path() + ": must be a regular file")
			.containsOnlyOnce("The audit log " + path() + " is written again");
	}

	@Test
	void tellsAtTheEndWhatItLacks(CapturedOutput output) throws IOException {
		Files.createDirectory(path());
		AuditFile file = file(path());

		file.add(line("a"));
		file.close();

		assertThat(output).contains("The audit log " + path() + " lacks 1 lines that could not be written");
	}

	@Test
	void writesInOneGoWhatHasWaited() throws IOException {
		List<Runnable> tasks = new ArrayList<>();
		AuditFile file = new AuditFile(path(), tasks::add);

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
		AuditFile file = new AuditFile(path(), (task) -> thread.execute(() -> {
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
		assertThat(output).containsOnlyOnce(
				"The audit log " + path() + " is not being written; lines beyond the 8 MB that wait for it are lost");
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
		AuditFile file = new AuditFile(path(), poor);

		file.add(line("a"));
		file.add(line("b"));

		assertThat(Files.readAllLines(path())).containsExactly(line("a").toString(), line("b").toString());
		assertThat(output).contains("No thread is available for the audit log " + path());
	}

	@Test
	void keepsTheLinesOfSeveralThreadsWholeAndInOrderWhileTheFileIsRotated() throws IOException {
		ExecutorService thread = Executors.newCachedThreadPool();
		AuditFile file = new AuditFile(path(), thread);
		AtomicInteger numbers = new AtomicInteger();

		Threads writers = new Threads().start(4, () -> {
			int number = numbers.incrementAndGet();
			for (int i = 0; i < 500; i++) {
				file.add(line(number + ":" + i));
			}
		});
		rotate(100);
		writers.join();
		assertThat(file.flush(PATIENCE)).isZero();
		thread.shutdown();

		List<String> lines = linesOf(100);
		assertThat(lines).hasSize(2000);
		for (int number = 1; number <= 4; number++) {
			String mine = "\"" + number + ":";
			assertThat(lines).filteredOn((line) -> line.contains(mine)).isEqualTo(linesOfThread(number, 500));
		}
	}

	private List<String> linesOf(int rotations) throws IOException {
		List<String> lines = new ArrayList<>();
		for (int number = 0; number <= rotations; number++) {
			Path file = (number < rotations) ? rotated(number) : path();
			lines.addAll(Files.exists(file) ? Files.readAllLines(file) : List.of());
		}
		return lines;
	}

	private static List<String> linesOfThread(int number, int count) {
		return IntStream.range(0, count).mapToObj((i) -> line(number + ":" + i).toString()).toList();
	}

	private void rotate(int times) throws IOException {
		for (int number = 0; number < times; number++) {
			if (Files.exists(path())) {
				Files.move(path(), rotated(number));
			}
		}
	}

	private Path path() {
		return this.directory.resolve("audit.jsonl");
	}

	private Path rotated(int number) {
		return this.directory.resolve("audit.jsonl." + number);
	}

	private static AuditFile file(Path path) {
		return new AuditFile(path, Runnable::run);
	}

	private static AuditLine line(String actor) {
		return AuditLine.of("wolf", new ConfigAttempt(Instant.EPOCH, Cause.RELOAD, actor, "",
				new ReloadResult(Outcome.APPLIED, 1, List.of(), List.of(), Set.of(), Duration.ZERO), Map.of()));
	}

}
