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

package io.wolfprowler.config.spring.live;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spring.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConfigSchedules}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfigSchedulesTests {

	private final ManualScheduler scheduler = new ManualScheduler();

	private final ConfigSchedules schedules = new ConfigSchedules(provider(this.scheduler), true);

	private final StubManager<Pace> manager = new StubManager<>(pace("PT2S"), Pace::interval);

	private final List<Duration> runs = new ArrayList<>();

	@Test
	void runsAtOnceAndThenEachIntervalAfterTheEndOfARun() {
		start(() -> this.scheduler.jump(Duration.ofSeconds(1)));

		advance("PT7S");

		assertThat(this.runs).containsExactly(seconds(0), seconds(3), seconds(6));
	}

	@ParameterizedTest(name = "{0}, {2} after {1}")
	@CsvSource(delimiter = '|', textBlock = """
			PT2S | PT2.1S | PT0.2S | PT2.65S | PT0S PT2S PT2.2S PT2.4S PT2.6S
			PT2S | PT3S   | PT0.2S | PT3.5S  | PT0S PT2S PT3S PT3.2S PT3.4S
			PT1H | PT10M  | PT1S   | PT601S  | PT0S PT10M PT601S
			PT1S | PT1.2S | PT1.4S | PT4S    | PT0S PT1S PT2.4S PT3.8S
			PT1S | PT1.5S | PT1H   | PT1H    | PT0S PT1S
			PT1S | PT0.5S | PT1S   | PT2.5S  | PT0S PT1S PT2S
			""")
	void aNewIntervalTakesEffectAtOnce(String old, String change, String fresh, String end, String expected) {
		this.manager.change(pace(old));
		start(() -> {
		});

		advanceTo(change);
		this.manager.change(pace(fresh));
		advanceTo(end);

		assertThat(this.runs).containsExactlyElementsOf(Stream.of(expected.split(" ")).map(Duration::parse).toList());
	}

	@Test
	void neverRunsTwiceAtATime() {
		start(() -> {
			if (this.scheduler.time().isZero()) {
				advance("PT1S");
				this.manager.change(pace("PT0.1S"));
				advance("PT9S");
				this.manager.change(pace("PT1S"));
				advance("PT10S");
			}
		});

		advanceTo("PT22.5S");

		assertThat(this.runs).containsExactly(seconds(0), seconds(21), seconds(22));
	}

	@Test
	void neverRunsTwiceAtATimeOnManyThreads() throws Exception {
		ThreadPoolTaskScheduler pool = new ThreadPoolTaskScheduler();
		pool.setPoolSize(4);
		pool.initialize();
		ConfigSchedules pooled = new ConfigSchedules(provider(pool), true);
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger highest = new AtomicInteger();
		CountDownLatch runs = new CountDownLatch(300);
		pooled.every(this.manager.manager(), "pace.interval", Pace::interval, () -> {
			highest.accumulateAndGet(inside.incrementAndGet(), Math::max);
			// A run takes its time, so that another one could begin.
			LockSupport.parkNanos(200_000);
			runs.countDown();
			inside.decrementAndGet();
		});

		pooled.start();
		for (int change = 0; runs.getCount() > 0; change++) {
			this.manager.change(new Pace(Duration.ofNanos(1 + change % 3)));
		}
		CountDownLatch stopped = new CountDownLatch(1);
		pooled.stop(stopped::countDown);

		assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(highest).hasValue(1);
		assertThat(inside).hasValue(0);
		pool.shutdown();
	}

	@Test
	void aRunThatIsReplacedWhileItBeginsDoesNotRun() {
		start(() -> {
		});
		advance("PT2S");
		Runnable replaced = this.scheduler.firstAction();

		this.manager.change(pace("PT1S"));
		replaced.run();

		assertThat(this.runs).containsExactly(seconds(0), seconds(2));
		assertThat(this.scheduler.pending()).isEqualTo(1);
	}

	@Test
	void runsOnceAfterALongPause() {
		start(() -> {
		});
		advance("PT1S");
		this.scheduler.jump(Duration.ofDays(1));

		advance("PT3S");

		Duration woken = Duration.ofDays(1).plusSeconds(1);
		assertThat(this.runs).containsExactly(seconds(0), woken, woken.plusSeconds(2));
	}

	@Test
	void waitsNoLongerThanTheIntervalWhenTheClockIsSetBack() {
		advance("PT1H");
		start(() -> {
		});
		advance("PT1S");

		this.scheduler.jump(Duration.ofHours(-1));
		this.manager.change(pace("PT3S"));
		advance("PT3S");

		assertThat(this.runs).containsExactly(Duration.ofHours(1), seconds(4));
	}

	@Test
	void waitsForTheLongestInterval() {
		this.manager.change(new Pace(Duration.ofSeconds(Long.MAX_VALUE)));
		start(() -> {
		});

		advance("PT87600H");
		this.manager.change(pace("PT2S"));
		advance("PT1S");

		assertThat(this.runs).containsExactly(seconds(0), Duration.ofHours(87_600));
	}

	@ParameterizedTest
	@MethodSource
	void refusesAnInterval(Duration interval, String message) {
		start(() -> {
		});
		advance("PT1S");

		assertThatExceptionOfType(ConfigVetoException.class).isThrownBy(() -> this.manager.change(new Pace(interval)))
			.withMessage(message)
			.returns("pace.interval", ConfigVetoException::getKey);

		advance("PT2S");
		assertThat(this.runs).containsExactly(seconds(0), seconds(2));
	}

	static List<Arguments> refusesAnInterval() {
		return List.of(Arguments.of(Duration.ZERO, "pace.interval must be more than zero, found PT0S"),
				Arguments.of(Duration.ofMillis(-1), "pace.interval must be more than zero, found PT-0.001S"),
				Arguments.of(null, "pace.interval must be a duration or an integer, found nothing"));
	}

	@Test
	void refusesToBeginWithAnIntervalThatIsNone() {
		this.manager.change(pace("PT0S"));

		assertThatExceptionOfType(ConfigVetoException.class).isThrownBy(() -> every(() -> {
		})).withMessage("pace.interval must be more than zero, found PT0S");

		assertThat(this.manager.participants()).isEmpty();
		this.schedules.start();
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void changesNothingWhenAVersionIsRolledBack() {
		start(() -> {
		});
		advance("PT1S");

		this.manager.prepare("stub", pace("PT0.1S")).forEach(Prepared::rollback);
		advance("PT1.5S");

		assertThat(this.runs).containsExactly(seconds(0), seconds(2));
	}

	@Test
	void beginsWithTheNewestVersion() {
		this.manager.onAdd(() -> this.manager.change(pace("PT5S")));

		start(() -> {
		});
		advance("PT6S");

		assertThat(this.runs).containsExactly(seconds(0), seconds(5));
	}

	@Test
	void goesOnWhenATaskThrows(CapturedOutput output) {
		start(() -> {
			throw new AssertionError("broken");
		});

		advance("PT2S");

		assertThat(this.runs).hasSize(2);
		assertThat(output).contains("The task of pace.interval failed; it runs again")
			.contains("java.lang.AssertionError: broken");
	}

	@Test
	void endsWhenClosed() {
		Subscription subscription = every(() -> {
		});
		this.schedules.start();
		advance("PT1S");

		subscription.close();
		subscription.close();
		advance("PT1H");

		assertThat(this.runs).containsExactly(seconds(0));
		assertThat(this.manager.participants()).isEmpty();
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void endsAfterTheRunThatClosesIt() {
		List<Subscription> subscriptions = new ArrayList<>();
		this.schedules.start();
		subscriptions.add(every(() -> subscriptions.get(0).close()));

		advance("PT1H");

		assertThat(this.runs).containsExactly(seconds(0));
	}

	@Test
	void runsWhileTheContextDoes() {
		every(() -> {
		});
		advance("PT1H");
		assertThat(this.runs).isEmpty();

		this.schedules.start();
		advance("PT3S");
		this.schedules.stop();
		this.manager.change(pace("PT1S"));
		advance("PT1H");
		this.schedules.start();
		advance("PT1.5S");

		assertThat(this.runs).containsExactly(seconds(3600), seconds(3602), seconds(7203), seconds(7204));
	}

	@Test
	void startsAtOnceWhenTheContextHasStarted() {
		this.schedules.start();

		every(() -> {
		});
		advance("PT0S");

		assertThat(this.runs).containsExactly(seconds(0));
	}

	@Test
	void aStopWaitsForTheRunInProgress() throws Exception {
		List<String> order = new ArrayList<>();
		start(() -> {
			Thread other = new Thread(() -> this.schedules.stop(() -> order.add("stopped")));
			other.start();
			join(other);
			order.add("ran");
		});

		advance("PT1H");

		assertThat(order).containsExactly("ran", "stopped");
		assertThat(this.runs).hasSize(1);
	}

	@Test
	void aStopDoesNotWaitForTheRunThatCallsIt() {
		List<String> order = new ArrayList<>();
		start(() -> {
			this.schedules.stop(() -> order.add("stopped"));
			order.add("ran");
		});

		advance("PT1H");

		assertThat(order).containsExactly("stopped", "ran");
	}

	@Test
	void endsQuietlyWithItsScheduler(CapturedOutput output) {
		start(this.scheduler::reject);

		advance("PT1H");

		assertThat(this.runs).hasSize(1);
		assertThat(output).doesNotContain("pace.interval");
	}

	@Test
	void runsNothingWhenDisabled() {
		ConfigSchedules disabled = new ConfigSchedules(provider(this.scheduler), false);
		disabled.start();

		disabled.every(this.manager.manager(), "pace.interval", Pace::interval, () -> this.runs.add(Duration.ZERO))
			.close();

		assertThat(this.scheduler.pending()).isZero();
		assertThat(this.manager.participants()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void readsValuesOfAnyType(Object value, ChronoUnit unit, Object expected) {
		StubManager<Object> any = new StubManager<>(value, (config) -> config);
		LiveInterval<Object> interval = LiveInterval.at("every", unit);

		Object found;
		try {
			found = interval.in(any.manager().getSnapshot());
		}
		catch (ConfigVetoException ex) {
			found = ex.getMessage();
		}

		assertThat(found).isEqualTo(expected);
	}

	static List<Arguments> readsValuesOfAnyType() {
		return List.of(Arguments.of(Duration.ofMillis(5), ChronoUnit.HOURS, Duration.ofMillis(5)),
				Arguments.of(5, ChronoUnit.SECONDS, Duration.ofSeconds(5)),
				Arguments.of(5L, ChronoUnit.MILLIS, Duration.ofMillis(5)),
				Arguments.of((short) 5, ChronoUnit.DAYS, Duration.ofDays(5)),
				Arguments.of(0, ChronoUnit.SECONDS, "every must be more than zero, found 0"),
				Arguments.of(-7L, ChronoUnit.SECONDS, "every must be more than zero, found -7"),
				Arguments.of(2.5, ChronoUnit.SECONDS, "every must be a duration or an integer, found 2.5"),
				Arguments.of("5s", ChronoUnit.SECONDS, "every must be a duration or an integer, found 5s"),
				Arguments.of(Long.MAX_VALUE, ChronoUnit.DAYS,
						"every must be less than 292 billion years, found 9223372036854775807"));
	}

	private void start(Runnable task) {
		every(task);
		this.schedules.start();
	}

	private Subscription every(Runnable task) {
		return this.schedules.every(this.manager.manager(), "pace.interval", Pace::interval, () -> {
			this.runs.add(this.scheduler.time());
			task.run();
		});
	}

	private void advance(String duration) {
		this.scheduler.advance(Duration.parse(duration));
	}

	private void advanceTo(String time) {
		this.scheduler.advance(Duration.parse(time).minus(this.scheduler.time()));
	}

	private static void join(Thread thread) {
		try {
			thread.join(10_000);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Duration seconds(int seconds) {
		return Duration.ofSeconds(seconds);
	}

	private static Pace pace(String interval) {
		return new Pace(Duration.parse(interval));
	}

	static ObjectProvider<TaskScheduler> provider(TaskScheduler... schedulers) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		for (TaskScheduler each : schedulers) {
			beans.addBean("scheduler" + beans.getBeanDefinitionCount(), each);
		}
		return beans.getBeanProvider(TaskScheduler.class);
	}

	record Pace(Duration interval) {

	}

}
