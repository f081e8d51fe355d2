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

package io.wolfprowler.config.internal.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.FakeScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Debouncer}.
 */
class DebouncerTests {

	// Quiet period 100, maximum wait 300, unless a drawing says otherwise. Times in ms.
	private static final String DRAWINGS = """
			one signal waits for quiet:             0 signal -> 100
			each signal extends the quiet:          0 signal, 40 signal, 90 signal -> 190
			signals far apart are served apart:     0 signal, 150 signal -> 100, 250
			a signal at the very end of the quiet:  0 signal, 100 signal -> 100, 200
			maximum wait ends the patience:         0 signal, 90 signal, 180 signal, 270 signal -> 300
			maximum wait starts anew:               0 signal, 90 signal, 180 signal, 270 signal, 310 signal -> 300, 410
			a steady writer is served:              0..1000/50 signal -> 300, 600, 900, 1100
			now is at once:                         7 now -> 7
			now again waits for the window's end:   0 now, 30 now, 60 now -> 0, 100
			now after the window is at once:        0 now, 100 now -> 0, 100
			now serves the signals before it:       0 signal, 40 now -> 40
			a signal after now waits for quiet:     0 now, 10 signal -> 0, 110
			a signal does not delay a waiting now:  0 now, 30 now, 90 signal -> 0, 100
			now soon after a quiet period's run:    0 signal, 130 now -> 100, 200
			now does not delay a waiting signal:    0 now, 10 signal, 20 now -> 0, 100
			a steady stream of now:                 0..390/10 now -> 0, 100, 200, 300, 400
			close drops what waits:                 0 signal, 50 close -> never
			close drops a waiting now:              0 now, 50 now, 60 close -> 0
			nothing runs after close:               0 close, 10 signal, 20 now -> never
			close twice is close:                   0 signal, 10 close, 20 close, 30 signal -> never
			zero quiet is at once:                  quiet 0, 0 signal, 1 signal, 5 now, 5 signal -> 0, 1, 5, 5
			no patience beyond quiet:               max 100, 0 signal, 50 signal, 99 signal -> 100
			""";

	private final FakeScheduler scheduler = new FakeScheduler();

	private final long start = this.scheduler.nanoTime();

	private final List<Long> runs = new ArrayList<>();

	@ParameterizedTest
	@MethodSource("drawings")
	void runsAsDrawn(String drawing) {
		String[] sides = drawing.substring(drawing.indexOf(':') + 1).split("->", -1);
		String expected = sides[1].strip();

		play(sides[0]);

		String actual = this.runs.stream().map(String::valueOf).collect(Collectors.joining(", "));
		assertThat(actual).isEqualTo(expected.equals("never") ? "" : expected);
	}

	@Test
	void goesOnWhenTheActionThrows() {
		Debouncer debouncer = debouncer(10, 10, () -> {
			this.runs.add(0L);
			throw new StackOverflowError("expected in this test");
		});

		debouncer.signalNow();
		this.scheduler.advance(Duration.ofMillis(1));
		debouncer.signal();
		this.scheduler.advance(Duration.ofMillis(10));

		assertThat(this.runs).hasSize(2);
	}

	@Test
	void servesASignalGivenByTheActionItself() {
		List<Debouncer> self = new ArrayList<>();
		Runnable action = () -> {
			record();
			if (this.runs.size() < 3) {
				self.get(0).signal();
			}
		};
		self.add(debouncer(100, 300, action));

		self.get(0).signal();
		this.scheduler.advance(Duration.ofSeconds(1));

		assertThat(this.runs).containsExactly(100L, 200L, 300L);
	}

	@Test
	void canBeClosedByTheActionItself() {
		List<Debouncer> self = new ArrayList<>();
		self.add(debouncer(100, 300, () -> {
			record();
			self.get(0).close();
			self.get(0).signalNow();
		}));

		self.get(0).signal();
		this.scheduler.advance(Duration.ofSeconds(1));

		assertThat(this.runs).containsExactly(100L);
	}

	@Test
	void keepsOneTimerHoweverManySignals() {
		Debouncer debouncer = debouncer(100, 300, this::record);

		for (int i = 0; i < 1000; i++) {
			debouncer.signal();
			debouncer.signalNow();
		}

		assertThat(this.scheduler.pending()).isEqualTo(1);
	}

	@Test
	void leavesNoTimerBehindWhenClosed() {
		Debouncer debouncer = debouncer(100, 300, this::record);
		debouncer.signal();

		debouncer.close();

		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void waitsAsGoodAsForEver() {
		Duration ever = Duration.ofSeconds(Long.MAX_VALUE);
		Debouncer debouncer = new Debouncer(this.scheduler, ever, ever, this::record);

		debouncer.signal();
		this.scheduler.advance(Duration.ofDays(365));

		assertThat(this.runs).isEmpty();
	}

	static Stream<String> drawings() {
		return DRAWINGS.lines();
	}

	private void play(String drawing) {
		TreeMap<Long, List<String>> script = new TreeMap<>();
		long quiet = 100;
		long max = 300;
		for (String step : drawing.strip().split(", ", -1)) {
			String[] words = step.split(" ", -1);
			switch (words[0]) {
				case "quiet" -> quiet = Long.parseLong(words[1]);
				case "max" -> max = Long.parseLong(words[1]);
				default -> times(words[0])
					.forEach((time) -> script.computeIfAbsent(time, (key) -> new ArrayList<>()).add(words[1]));
			}
		}
		Debouncer debouncer = debouncer(quiet, max, this::record);
		script.forEach((time, signals) -> signals.forEach((signal) -> {
			advanceTo(time);
			give(debouncer, signal);
		}));
		this.scheduler.advance(Duration.ofSeconds(10));
	}

	private static Stream<Long> times(String text) {
		if (!text.contains("..")) {
			return Stream.of(Long.valueOf(text));
		}
		String[] parts = text.split("\\.\\.|/", -1);
		return Stream.iterate(Long.valueOf(parts[0]), (time) -> time <= Long.parseLong(parts[1]),
				(time) -> time + Long.parseLong(parts[2]));
	}

	private void give(Debouncer debouncer, String signal) {
		switch (signal) {
			case "signal" -> debouncer.signal();
			case "now" -> debouncer.signalNow();
			case "close" -> debouncer.close();
			default -> throw new IllegalArgumentException(signal);
		}
	}

	private void advanceTo(long millis) {
		this.scheduler
			.advance(Duration.ofNanos(this.start + TimeUnit.MILLISECONDS.toNanos(millis) - this.scheduler.nanoTime()));
	}

	private Debouncer debouncer(long quiet, long max, Runnable action) {
		return new Debouncer(this.scheduler, Duration.ofMillis(quiet), Duration.ofMillis(max), action);
	}

	private void record() {
		this.runs.add(TimeUnit.NANOSECONDS.toMillis(this.scheduler.nanoTime() - this.start));
	}

}
