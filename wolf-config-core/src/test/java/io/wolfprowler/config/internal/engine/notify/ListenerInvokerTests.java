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

package io.wolfprowler.config.internal.engine.notify;

import java.time.Duration;

import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.spi.ListenerCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerInvoker}.
 */
@ExtendWith(OutputCapture.class)
class ListenerInvokerTests {

	private static final Duration SLOW = Duration.ofSeconds(5);

	private final FakeScheduler scheduler = new FakeScheduler();

	private final ListenerInvoker invoker = new ListenerInvoker(this.scheduler, SLOW, (call) -> {
	});

	@Test
	void namesASlowCallWithItsStackWhileItRuns(CapturedOutput output) {
		this.invoker.supervise(FailureLog.UNMASKED, () -> this.invoker.invoke(ListenerCall.Kind.CALLBACK,
				"the web server", () -> takeAWhile(SLOW, output)));

		assertThat(output).containsOnlyOnce("the web server has been running for 5000 ms")
			.contains("ListenerInvokerTests.takeAWhile");
	}

	@Test
	void saysNothingAboutAQuickCall(CapturedOutput output) {
		this.invoker.supervise(FailureLog.UNMASKED, () -> this.invoker.invoke(ListenerCall.Kind.CALLBACK,
				"the web server", () -> takeAWhile(SLOW.minusMillis(1), output)));
		this.scheduler.advance(SLOW);

		assertThat(output).doesNotContain("the web server");
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void namesASlowCallThatFollowsAQuickOne(CapturedOutput output) {
		this.invoker.supervise(FailureLog.UNMASKED, () -> {
			this.invoker.invoke(ListenerCall.Kind.CALLBACK, "the quick one",
					() -> takeAWhile(Duration.ofSeconds(4), output));
			this.invoker.invoke(ListenerCall.Kind.CALLBACK, "the slow one", () -> takeAWhile(SLOW, output));
		});

		assertThat(output).doesNotContain("the quick one")
			.containsOnlyOnce("the slow one has been running for 5000 ms");
	}

	@Test
	void namesEverySlowCall(CapturedOutput output) {
		this.invoker.supervise(FailureLog.UNMASKED, () -> {
			this.invoker.invoke(ListenerCall.Kind.CALLBACK, "the first", () -> takeAWhile(SLOW.plusSeconds(1), output));
			this.invoker.invoke(ListenerCall.Kind.CALLBACK, "the second",
					() -> takeAWhile(SLOW.plusSeconds(1), output));
		});

		assertThat(output).containsOnlyOnce("the first has been").containsOnlyOnce("the second has been");
	}

	@Test
	void namesACallOnceHoweverLongItTakes(CapturedOutput output) {
		this.invoker.supervise(FailureLog.UNMASKED, () -> this.invoker.invoke(ListenerCall.Kind.CALLBACK,
				"the web server", () -> takeAWhile(Duration.ofMinutes(1), output)));

		assertThat(output).containsOnlyOnce("the web server has been running");
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void namesTheInnerCall(CapturedOutput output) {
		this.invoker.supervise(FailureLog.UNMASKED, () -> this.invoker.invoke(ListenerCall.Kind.CALLBACK, "outer",
				() -> ListenerInvoker.within("inner", () -> takeAWhile(SLOW, output))));

		assertThat(output).contains("inner has been running").doesNotContain("outer has been running");
	}

	@Test
	void survivesAFailureThatCannotBeLogged() {
		ListenerInvoker invoker = new ListenerInvoker(new FakeScheduler(), Duration.ofSeconds(1), (call) -> {
		});

		invoker.invoke(ListenerCall.Kind.CALLBACK, "broken", () -> {
			throw new IllegalStateException() {

				@Override
				public String getMessage() {
					throw new IllegalArgumentException("expected in this test");
				}

			};
		});

		assertThat(invoker.failures()).isEqualTo(1);
	}

	@Test
	void countsWhatThrows(CapturedOutput output) {
		this.invoker.supervise(FailureLog.UNMASKED, () -> this.invoker.invoke(ListenerCall.Kind.CALLBACK, "outer",
				() -> ListenerInvoker.within("inner", () -> {
					throw new AssertionError("not right");
				})));

		assertThat(this.invoker.failures()).isEqualTo(1);
		assertThat(output).contains("inner failed on a configuration change").contains("AssertionError: not right");
	}

	private void takeAWhile(Duration duration, CapturedOutput output) {
		assertThat(output).doesNotContain("has been running for 0 ms");
		this.scheduler.advance(duration);
	}

}
