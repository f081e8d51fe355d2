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

package io.wolfprowler.config.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One file, and one process after the other that saves it and is killed. The start of the
 * next one is what checks the work of the one before.
 */
final class KillChain {

	private static final int START_MICROS = 60_000;

	private static final int SAVE_MICROS = 15_000;

	private static final int DRAFT_MICROS = 2_000;

	private final SaveLoopJvm jvm;

	private final Path file;

	private final StartMode mode;

	private final long seed;

	private final Random random;

	private int round;

	private long attempted;

	private long acknowledged;

	private long found;

	private long version;

	private int inside;

	private int drafts;

	KillChain(SaveLoopJvm jvm, Path file, StartMode mode, long seed) {
		this.jvm = jvm;
		this.file = file;
		this.mode = mode;
		this.seed = seed;
		this.random = new Random(seed);
	}

	/** Start and kill so often, and start once more for the last check. */
	Tally run(int kills) {
		try {
			Files.writeString(this.file, Ledger.TEXT);
			for (this.round = 1; this.round <= kills; this.round++) {
				oneRound();
			}
			lastRound();
			return new Tally(kills, this.acknowledged, this.inside, this.drafts);
		}
		catch (IOException | AssertionError ex) {
			throw new AssertionError("seed " + this.seed + ", round " + this.round + ", " + this.mode + ": " + ex, ex);
		}
	}

	private void lastRound() throws IOException {
		try (ChildJvm child = this.jvm.start(this.file, this.mode, 0);
				BufferedReader lines = child.process().inputReader()) {
			checkStart(lines.readLine());
		}
	}

	private void oneRound() throws IOException {
		try (ChildJvm child = this.jvm.start(this.file, this.mode, this.random.nextLong());
				BufferedReader lines = child.process().inputReader()) {
			checkStart(lines.readLine());
			awaitTheMoment(lines);
			child.kill();
			lines.lines().forEach(this::note);
		}
		this.inside += (this.attempted > this.acknowledged) ? 1 : 0;
		this.drafts += (SaveLoop.countDrafts(this.file.getParent()) > 0) ? 1 : 0;
		checkBackups();
		if (this.mode == StartMode.LAST_GOOD) {
			leaveOnlyTheLastGood();
		}
		else {
			assertThat(Ledger.hasItsComments(Files.readString(this.file))).as("the comments are there").isTrue();
		}
	}

	// One in four is killed at any time after its start, the others within one of the
	// first saves: half of them when it has come as far as the draft.
	private void awaitTheMoment(BufferedReader lines) throws IOException {
		int saves = this.random.nextInt(4);
		for (int i = 0; i < saves; i++) {
			awaitSave(lines);
		}
		int longest = (saves == 0) ? START_MICROS : SAVE_MICROS;
		if (saves > 0 && this.random.nextBoolean()) {
			awaitDraft();
			longest = DRAFT_MICROS;
		}
		LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(this.random.nextInt(longest)));
	}

	private void awaitSave(BufferedReader lines) throws IOException {
		String line = lines.readLine();
		while (line != null && line.startsWith("saved")) {
			note(line);
			line = lines.readLine();
		}
		assertThat(line).as("what it does").startsWith("saving");
		note(line);
	}

	private void awaitDraft() {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
		while (SaveLoop.countDrafts(this.file.getParent()) == 0 && System.nanoTime() - end < 0) {
			LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
		}
	}

	private void leaveOnlyTheLastGood() throws IOException {
		if (!backups().isEmpty()) {
			Files.deleteIfExists(this.file);
		}
	}

	private void checkBackups() throws IOException {
		for (Path backup : backups()) {
			assertThat(backup.getFileName().toString()).as("a backup and its text")
				.contains(SourceContent.of(Files.readAllBytes(backup)).digest());
		}
	}

	private List<Path> backups() throws IOException {
		Path directory = this.file.resolveSibling(".wolf-config");
		if (!Files.exists(directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> !file.getFileName().toString().startsWith(".")).toList();
		}
	}

	private void checkStart(@Nullable String line) {
		assertThat(line).as("what a start has found").matches("found \\d+ \\d+ \\d+");
		String[] words = line.split(" ");
		assertThat(Long.parseLong(words[1])).as("what a start has found").isBetween(atLeast(), this.attempted);
		assertThat(words[2]).as("drafts left").isEqualTo("0");
		assertThat(Long.parseLong(words[3])).as("the version after a start").isGreaterThanOrEqualTo(this.version);
		this.version = Long.parseLong(words[3]);
		this.found = Long.parseLong(words[1]);
		this.attempted = this.found;
		this.acknowledged = this.attempted;
	}

	// Versions are kept behind everything else, as fast as the disk allows.
	private long atLeast() {
		return (this.mode == StartMode.LAST_GOOD) ? this.found : this.acknowledged;
	}

	private void note(String line) {
		long number = Long.parseLong(line.substring(line.indexOf(' ') + 1));
		if (line.startsWith("saving")) {
			this.attempted = number;
		}
		else {
			this.acknowledged = number;
		}
	}

	/**
	 * What has happened.
	 *
	 * @param kills how often a process was killed
	 * @param saved how many entries are saved at the end
	 * @param inside how many kills came between the call of a save and its return
	 * @param drafts how many kills have left a draft
	 */
	record Tally(int kills, long saved, int inside, int drafts) {

		Tally plus(Tally other) {
			return new Tally(this.kills + other.kills, this.saved + other.saved, this.inside + other.inside,
					this.drafts + other.drafts);
		}

	}

}
