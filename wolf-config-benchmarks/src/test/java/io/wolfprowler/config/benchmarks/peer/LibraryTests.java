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

package io.wolfprowler.config.benchmarks.peer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.wolfprowler.config.benchmarks.peer.Library.Use;
import io.wolfprowler.config.benchmarks.text.AlternatingFile;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.SampleFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A library that does not see a change would be measured for nothing.
 */
class LibraryTests {

	private static final Sample NODE = Sample.of(Sample.NODE_KEYS);

	@ParameterizedTest
	@MethodSource("thatRead")
	void readsTheFile(Library library) throws Exception {
		Pair pair = new Pair(10_001, 10_002);
		try (SampleFile file = new SampleFile(NODE, library.format(), pair);
				Peer peer = library.open(new Site(file.path(), NODE, null))) {
			assertThat(peer.pair()).isEqualTo(pair);
		}
	}

	@ParameterizedTest
	@MethodSource("thatReload")
	void seesEachChangeWhenAskedToReload(Library library) throws Exception {
		try (AlternatingFile file = new AlternatingFile(NODE, library.format());
				Peer peer = library.open(new Site(file.path(), NODE, null))) {
			for (int change = 0; change < 5; change++) {
				file.alternate();
				peer.reload();

				assertThat(peer.pair()).isEqualTo(file.pair());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("thatWatch")
	void seesAChangeWhenItWatches(Library library) throws Exception {
		AtomicInteger signals = new AtomicInteger();
		try (SampleFile file = new SampleFile(NODE, library.format(), new Pair(10_001, 50));
				Peer peer = library.open(new Site(file.path(), NODE, signals::incrementAndGet))) {
			await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
				// The change before may have come too early: some begin to watch after
				// they are open.
				Pair fresh = new Pair(peer.port() + 1, 60);
				file.draft(fresh);
				file.publish();
				await().atMost(Duration.ofSeconds(2)).ignoreExceptions().until(() -> peer.pair().equals(fresh));
				return signals.get() > 0;
			});
		}
	}

	static Stream<Library> thatRead() {
		return Stream.of(Library.values()).filter((library) -> !library.has(Use.SIGNAL));
	}

	static Stream<Library> thatReload() {
		return Stream.of(Library.values()).filter((library) -> library.has(Use.RELOAD));
	}

	static Stream<Library> thatWatch() {
		return thatRead().filter((library) -> library.has(Use.WATCH));
	}

}
