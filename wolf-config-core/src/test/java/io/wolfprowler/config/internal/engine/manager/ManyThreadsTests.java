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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.fixtures.Scale;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.fixtures.Threads;
import io.wolfprowler.config.internal.engine.manager.NumbersRig.Numbers;
import io.wolfprowler.config.spi.ConfigObserver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads on one manager.
 */
@Tag("faults")
@ExtendWith(QuietLog.class)
class ManyThreadsTests {

	@Test
	void loseNoUpdateAndAreToldOfAllInOrder() {
		int threads = 32;
		int times = Scale.of(1000);
		NumbersRig rig = new NumbersRig(NumbersRig.EDIT);
		List<Object> limits = Collections.synchronizedList(new ArrayList<>());
		List<Long> versions = Collections.synchronizedList(new ArrayList<>());
		rig.manager.addCallback((change) -> limits.add(change.newValue()));
		rig.manager.addObserver(new Versions(versions));

		new Threads().start(threads, () -> IntStream.range(0, times).forEach((i) -> rig.increment())).join();
		rig.end();

		assertThat(rig.manager.getConfig().limit()).isEqualTo(threads * times);
		assertThat(rig.manager.getSnapshot().version()).isEqualTo(1 + threads * times);
		assertThat(limits).isEqualTo(IntStream.rangeClosed(1, threads * times).boxed().toList());
		assertThat(versions).isEqualTo(LongStream.rangeClosed(2, 1 + threads * times).boxed().toList());
	}

	@Test
	void loseNoUpdateToVetoes() {
		int threads = 8;
		int times = Scale.of(100);
		NumbersRig rig = new NumbersRig(NumbersRig.EDIT);
		Fussy fussy = new Fussy(rig.manager.getConfig());
		rig.manager.addParticipant(fussy);

		new Threads().start(threads, () -> IntStream.range(0, times).forEach((i) -> incrementAtLast(rig))).join();
		rig.end();

		assertThat(rig.manager.getConfig().limit()).isEqualTo(threads * times);
		assertThat(rig.manager.getSnapshot().version()).isEqualTo(1 + threads * times);
		assertThat(fussy.acting).isEqualTo(rig.manager.getConfig());
		assertThat(fussy.vetoes).isGreaterThanOrEqualTo(threads * times / 2 - 1);
	}

	@Test
	void readWholeSnapshotsOfRisingVersionsDuringReloads() {
		StubSource source = new StubSource(Sealed.text(1));
		AtomicBoolean done = new AtomicBoolean();
		try (ConfigManager<Sealed> manager = new ManagerBuilder<>(Sealed.class).source(source, Path.of("config.toml"))
			.build()) {
			Threads readers = new Threads().start(16, () -> read(manager, done));
			for (int version = 2; version <= Scale.of(1000); version++) {
				source.put(Sealed.text(version));
				manager.reload();
			}
			done.set(true);
			readers.join();

			assertThat(manager.getSnapshot().version()).isEqualTo(Scale.of(1000));
		}
	}

	@Test
	void findEveryVersionTheyHaveSeenInTheHistory() {
		NumbersRig rig = new NumbersRig(NumbersRig.EDIT);
		AtomicBoolean done = new AtomicBoolean();
		Threads readers = new Threads().start(2, () -> {
			while (!done.get()) {
				long seen = rig.manager.getSnapshot().version();
				assertThat(rig.history().get(0)).isGreaterThanOrEqualTo(seen);
			}
		});

		IntStream.range(0, Scale.of(5000)).forEach((i) -> rig.increment());
		done.set(true);

		readers.join();
		rig.end();
	}

	private static void incrementAtLast(NumbersRig rig) {
		while (true) {
			try {
				rig.increment();
				return;
			}
			catch (ConfigRejectedException ex) {
				assertThat(ex.getMessage()).contains("not every third time");
			}
		}
	}

	private static void read(ConfigManager<Sealed> manager, AtomicBoolean done) {
		long last = 0;
		while (!done.get()) {
			ConfigSnapshot<Sealed> snapshot = manager.getSnapshot();
			assertThat(snapshot.config().isWhole()).isTrue();
			assertThat(snapshot.config().number()).isEqualTo((int) snapshot.version());
			assertThat(snapshot.version()).isGreaterThanOrEqualTo(last);
			assertThat(manager.getConfig().number()).isGreaterThanOrEqualTo((int) snapshot.version());
			last = snapshot.version();
			Thread.yield();
		}
	}

	/**
	 * Vetoes every third version, and notices when its calls are not one after the other.
	 */
	private static final class Fussy implements ConfigParticipant<Numbers>, ConfigParticipant.Prepared {

		private Numbers acting;

		private @Nullable Numbers next;

		private int asked;

		private int vetoes;

		Fussy(Numbers acting) {
			this.acting = acting;
		}

		@Override
		public Prepared prepare(ConfigTransition<Numbers> transition) {
			assertThat(this.next).isNull();
			assertThat(transition.previous().config()).isEqualTo(this.acting);
			if (++this.asked % 3 == 0) {
				this.vetoes++;
				throw new ConfigVetoException("not every third time");
			}
			this.next = transition.current().config();
			return this;
		}

		@Override
		public void commit() {
			this.acting = Objects.requireNonNull(this.next);
			this.next = null;
		}

		@Override
		public void rollback() {
			this.next = null;
		}

	}

	private record Versions(List<Long> seen) implements ConfigObserver<Object> {

		@Override
		public void accepted(ConfigTransition<?> transition) {
			this.seen.add(transition.current().version());
		}

	}

	/**
	 * A configuration that can tell whether its parts belong together.
	 *
	 * @param number the version it is
	 * @param name follows the number
	 * @param list follows the number
	 * @param labels follow the number
	 * @param checksum of all others
	 */
	record Sealed(int number, String name, List<Integer> list, Map<String, Integer> labels, int checksum) {

		static String text(int number) {
			Sealed sealed = new Sealed(number, "n" + number, List.of(number, -number), Map.of("a", number), 0);
			return """
					number = %1$d
					name = "n%1$d"
					list = [%1$d, -%1$d]
					checksum = %2$d
					[labels]
					a = %1$d
					""".formatted(number, sealed.sum());
		}

		boolean isWhole() {
			return sum() == this.checksum;
		}

		private int sum() {
			return Objects.hash(this.number, this.name, this.list, this.labels);
		}

	}

}
