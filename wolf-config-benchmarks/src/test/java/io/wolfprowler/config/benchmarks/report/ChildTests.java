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

package io.wolfprowler.config.benchmarks.report;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChildTests {

	@Test
	void tellsResults() throws IOException {
		assertThat(Child.run(Telling.class, Duration.ofMinutes(1), "0")).containsEntry("median", 1.5)
			.containsEntry("events", 1.0E7)
			.containsEntry("failed", Double.NaN)
			.containsOnlyKeys("median", "events", "failed", "late", "wall");
	}

	@Test
	void endsWhenItsTimeIsOver() throws IOException {
		assertThat(Child.run(Telling.class, Duration.ofSeconds(1), "600")).doesNotContainKey("late");
	}

	@Test
	void endsAtAFailureAlthoughThereAreOtherThreads() throws IOException {
		assertThat(Child.run(Failing.class, Duration.ofMinutes(5))).isEmpty();
	}

	/**
	 * Tells something, waits for some seconds.
	 */
	static final class Telling {

		public static void main(String[] arguments) throws InterruptedException {
			Child.tell("median", 1.5);
			Child.tell("events", 10_000_000);
			Child.tell("failed", Double.NaN);
			System.out.println("a line = with more");
			new CountDownLatch(1).await(Integer.parseInt(arguments[0]), TimeUnit.SECONDS);
			Child.tell("late", 1);
		}

	}

	/**
	 * Fails beside a thread that does not end.
	 */
	static final class Failing {

		public static void main(String[] arguments) {
			Child.failWithThisThread();
			new Thread(Failing::waitForEver).start();
			throw new IllegalStateException("as asked");
		}

		private static void waitForEver() {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
