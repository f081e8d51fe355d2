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

package io.wolfprowler.config.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.wolfprowler.config.testkit.Linearizability.Call;
import io.wolfprowler.config.testkit.Linearizability.Step;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Linearizability}: it finds a lost update, and nothing where none is.
 */
@Tag("faults")
class LinearizabilityTests {

	@Test
	void isContentWithACounterThatLosesNothing() {
		assertThatCode(() -> check(AtomicInteger::incrementAndGet)).doesNotThrowAnyException();
	}

	@Test
	void findsACounterThatLosesAnUpdate() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check((counter) -> {
			int read = counter.get();
			Thread.yield();
			counter.set(read + 1);
			return read + 1;
		})).withMessageStartingWith("No order explains round ");
	}

	@Test
	void findsAReadOfAValueThatWasReplacedBefore() {
		AtomicInteger stale = new AtomicInteger();
		Call<AtomicInteger, Integer> read = new Call<>("read", (counter) -> stale.getAndSet(counter.get()),
				(value) -> new Step<>(value, value));

		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> new Linearizability<>(AtomicInteger::new, (counter) -> stale.set(0), 0,
					List.of(List.of(increment(AtomicInteger::incrementAndGet), read)), List.of(read))
				.check(1, 100));
	}

	private static void check(Function<AtomicInteger, Object> increment) {
		Call<AtomicInteger, Integer> call = increment(increment);
		Call<AtomicInteger, Integer> read = new Call<>("read", AtomicInteger::get, (value) -> new Step<>(value, value));
		new Linearizability<>(AtomicInteger::new, (counter) -> {
		}, 0, List.of(List.of(call, read), List.of(call, read)), List.of(read)).check(1, 10_000);
	}

	private static Call<AtomicInteger, Integer> increment(Function<AtomicInteger, Object> increment) {
		return new Call<>("increment", increment, (value) -> new Step<>(value + 1, value + 1));
	}

}
