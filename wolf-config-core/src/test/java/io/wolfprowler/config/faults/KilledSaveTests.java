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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.fixtures.Scale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process that is killed while it saves leaves behind. The moments come from a
 * seed, which {@code -Dfaults.seed} sets.
 * <p>
 * A killed process leaves to the kernel what it has written; that a power cut takes
 * nothing either is for {@link PowerCutTests}.
 */
@Tag("faults")
class KilledSaveTests {

	private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

	private static SaveLoopJvm jvm;

	@TempDir
	private Path directory;

	@BeforeAll
	static void prepare(@TempDir Path classes) throws Exception {
		jvm = new SaveLoopJvm(classes);
	}

	@Test
	void losesNoAcknowledgedSaveAndTearsNone() {
		KillChain.Tally tally = inTwoChains(StartMode.STRICT, Scale.of(500));

		report("Killed saves", tally);
		assertThat(tally.inside()).isGreaterThan(tally.kills() / 5);
		assertThat(tally.drafts()).isGreaterThan(tally.kills() / 20);
	}

	@Test
	void keepsALastGoodContentThatIsWholeAndRecent() {
		KillChain.Tally tally = inTwoChains(StartMode.LAST_GOOD, Scale.of(40));

		report("Killed with a last good content", tally);
	}

	@Test
	void finishesWhatWasBegunInPlace() throws IOException {
		try (Mount first = mount(SEED); Mount second = mount(SEED + 1)) {
			KillChain.Tally tally = inTwoChains(StartMode.STRICT, Scale.of(40));

			report("Killed saves in place", tally);
		}
	}

	private Mount mount(long seed) throws IOException {
		Path own = Files.createDirectory(this.directory.resolve(String.valueOf(seed)));
		Path outside = Files.createFile(this.directory.resolve(seed + ".toml"));
		return Mount.at(Files.createFile(own.resolve("config.toml")), "--bind", outside.toString());
	}

	private static void report(String title, KillChain.Tally tally) {
		System.out.printf("%s: %d kills, %d saves acknowledged, %d kills inside a save, %d left a draft, seed %d%n",
				title, tally.kills(), tally.saved(), tally.inside(), tally.drafts(), SEED);
	}

	private KillChain.Tally inTwoChains(StartMode mode, int kills) {
		List<CompletableFuture<KillChain.Tally>> chains = List.of(chain(mode, kills / 2, SEED),
				chain(mode, kills - kills / 2, SEED + 1));
		return chains.stream()
			.map(CompletableFuture::join)
			.reduce(new KillChain.Tally(0, 0, 0, 0), KillChain.Tally::plus);
	}

	private CompletableFuture<KillChain.Tally> chain(StartMode mode, int kills, long seed) {
		return CompletableFuture.supplyAsync(() -> {
			Path own = this.directory.resolve(String.valueOf(seed));
			own.toFile().mkdir();
			return new KillChain(jvm, own.resolve("config.toml"), mode, seed).run(kills);
		}, (task) -> new Thread(task, "kill-chain").start());
	}

}
