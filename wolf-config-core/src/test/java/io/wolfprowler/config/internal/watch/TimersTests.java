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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Timers}.
 */
class TimersTests {

	private final Timers timers = new Timers();

	@Test
	void yieldsWhatIsDueInOrderOfTimeThenOfAge() {
		Timer late = this.timers.add(30, TimersTests::nothing);
		Timer early = this.timers.add(10, TimersTests::nothing);
		Timer younger = this.timers.add(10, TimersTests::nothing);

		assertThat(this.timers.pollDue(9)).isNull();
		assertThat(this.timers.pollDue(30)).isEqualTo(early);
		assertThat(this.timers.pollDue(30)).isEqualTo(younger);
		assertThat(this.timers.pollDue(30)).isEqualTo(late);
		assertThat(this.timers.isEmpty()).isTrue();
	}

	@Test
	void ordersTimesAcrossTheWrapOfTheClock() {
		Timer after = this.timers.add(Long.MIN_VALUE + 10, TimersTests::nothing);
		Timer before = this.timers.add(Long.MAX_VALUE - 10, TimersTests::nothing);

		assertThat(this.timers.isFirst(before)).isTrue();
		assertThat(this.timers.pollDue(Long.MIN_VALUE)).isEqualTo(before);
		assertThat(this.timers.untilFirst(Long.MIN_VALUE)).isEqualTo(10);
		assertThat(this.timers.isFirst(after)).isTrue();
	}

	@Test
	void forgetsWhatIsRemoved() {
		Timer timer = this.timers.add(10, TimersTests::nothing);

		this.timers.remove(timer);
		this.timers.remove(timer);

		assertThat(this.timers.pollDue(10)).isNull();
	}

	@Test
	void neverWaitsANegativeTime() {
		this.timers.add(10, TimersTests::nothing);

		assertThat(this.timers.untilFirst(20)).isZero();
	}

	private static void nothing() {
	}

}
