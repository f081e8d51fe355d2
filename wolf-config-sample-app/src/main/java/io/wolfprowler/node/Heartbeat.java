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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicLong;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.wolf.WolfConfig;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Gives a sign of life to the peers every {@code heartbeat_interval_secs}. A new interval
 * counts from the last beat, so that it takes effect at once.
 */
@Component
class Heartbeat implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Heartbeat.class);

	private final TaskScheduler scheduler;

	private final PeerTable peers;

	private final ConfigView<Duration> interval;

	private final Clock clock = Clock.systemUTC();

	private final AtomicLong beats = new AtomicLong();

	private volatile Instant lastBeat = Instant.EPOCH;

	private @Nullable Subscription subscription;

	private @Nullable ScheduledFuture<?> schedule;

	Heartbeat(TaskScheduler scheduler, PeerTable peers, ConfigManager<WolfConfig> manager) {
		this.scheduler = scheduler;
		this.peers = peers;
		this.interval = manager.view((config) -> Duration.ofSeconds(config.heartbeatIntervalSecs()));
	}

	@Override
	public synchronized void start() {
		this.lastBeat = this.clock.instant();
		this.subscription = this.interval.onChange((old, now) -> reschedule(now));
		reschedule(this.interval.get());
	}

	@Override
	public synchronized void stop() {
		if (this.subscription != null) {
			this.subscription.close();
		}
		cancel();
		this.subscription = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.subscription != null;
	}

	long beats() {
		return this.beats.get();
	}

	// A change that is on its way may arrive after the stop.
	private synchronized void reschedule(Duration every) {
		cancel();
		if (isRunning()) {
			this.schedule = this.scheduler.scheduleWithFixedDelay(this::beat, this.lastBeat.plus(every), every);
		}
	}

	private void cancel() {
		if (this.schedule != null) {
			this.schedule.cancel(false);
		}
	}

	private void beat() {
		this.lastBeat = this.clock.instant();
		logger.debug("Heartbeat {} to {} peers", this.beats.incrementAndGet(), this.peers.peers().size());
	}

}
