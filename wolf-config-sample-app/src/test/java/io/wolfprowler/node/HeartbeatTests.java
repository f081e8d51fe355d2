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

package io.wolfprowler.node;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BiConsumer;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Heartbeat}.
 */
class HeartbeatTests {

	private final RecordingScheduler scheduler = new RecordingScheduler();

	private final Interval interval = new Interval();

	private final Heartbeat heartbeat = new Heartbeat(this.scheduler, new PeerTable(manager()), manager());

	@Test
	void countsANewIntervalFromTheLastBeat() {
		this.heartbeat.start();

		this.interval.change(Duration.ofMinutes(1));

		assertThat(this.scheduler.delays).containsExactly(Duration.ofHours(1), Duration.ofMinutes(1));
		assertThat(Duration.between(this.scheduler.starts.get(1), this.scheduler.starts.get(0)))
			.isEqualTo(Duration.ofMinutes(59));
	}

	@Test
	void staysStoppedWhenAChangeIsDeliveredLate() {
		this.heartbeat.start();
		this.heartbeat.stop();

		this.interval.change(Duration.ofMinutes(1));

		assertThat(this.heartbeat.isRunning()).isFalse();
		assertThat(this.scheduler.delays).containsExactly(Duration.ofHours(1));
	}

	@Test
	void startsAgain() {
		this.heartbeat.start();
		this.heartbeat.stop();
		this.heartbeat.start();

		this.interval.change(Duration.ofMinutes(1));

		assertThat(this.scheduler.delays).containsExactly(Duration.ofHours(1), Duration.ofHours(1),
				Duration.ofMinutes(1));
	}

	@SuppressWarnings("unchecked")
	private ConfigManager<WolfConfig> manager() {
		return (ConfigManager<WolfConfig>) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ConfigManager.class }, (proxy, method, arguments) -> this.interval);
	}

	/**
	 * An interval that is told to whoever listens last, even after the end of the
	 * subscription, as happens to a call that is on its way.
	 */
	private static final class Interval implements ConfigView<Duration> {

		private Duration value = Duration.ofHours(1);

		private BiConsumer<? super Duration, ? super Duration> listener = (old, now) -> {
		};

		@Override
		public Duration get() {
			return this.value;
		}

		@Override
		public Subscription onChange(BiConsumer<? super Duration, ? super Duration> listener) {
			this.listener = listener;
			return () -> {
			};
		}

		private void change(Duration now) {
			Duration old = this.value;
			this.value = now;
			this.listener.accept(old, now);
		}

	}

	@SuppressWarnings("serial")
	private static final class RecordingScheduler extends ThreadPoolTaskScheduler {

		private final List<Instant> starts = new ArrayList<>();

		private final List<Duration> delays = new ArrayList<>();

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
			this.starts.add(start);
			this.delays.add(delay);
			return null;
		}

	}

}
