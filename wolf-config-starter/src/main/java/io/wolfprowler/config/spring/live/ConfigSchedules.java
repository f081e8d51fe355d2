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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Subscription;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/**
 * Runs tasks at intervals that are keys of a configuration. They run while the context
 * does: from after the web server listens until before it drains; a stop waits for runs
 * in progress.
 * <p>
 * The first run of a task is at once, each further one an interval after the end of the
 * one before. A new interval counts from there, too, so that it takes effect at once; if
 * that time is past, the task runs once. Runs of a task never overlap. A task that throws
 * is logged and runs again. An interval that is zero or negative is a veto.
 *
 * <pre class="code">
 * schedules.every(manager, "poll_interval", GatewayConfig::pollInterval, this::poll);
 * </pre>
 *
 * {@link ConfigScheduled} does the same for a method of a bean.
 */
public final class ConfigSchedules implements SmartLifecycle, DisposableBean {

	private final Set<LiveSchedule<?>> schedules = new CopyOnWriteArraySet<>();

	private final LazyScheduler scheduler;

	private final boolean enabled;

	private volatile boolean running;

	/**
	 * Create schedules.
	 * @param schedulers the scheduler of the application; without exactly one, tasks run
	 * one at a time on a thread that is made for the first of them
	 * @param enabled whether tasks run at all
	 */
	public ConfigSchedules(ObjectProvider<TaskScheduler> schedulers, boolean enabled) {
		this.scheduler = new LazyScheduler(schedulers);
		this.enabled = enabled;
	}

	/**
	 * Run a task at an interval that follows a configuration.
	 * @param manager the manager of the configuration
	 * @param key the dotted TOML key of the interval, as it is named in problems
	 * @param interval takes the interval from a configuration
	 * @param task the task
	 * @param <T> the type of the configuration
	 * @return the subscription, which ends the schedule when closed
	 * @throws ConfigVetoException if the interval in force is zero or negative
	 */
	public <T> Subscription every(ConfigManager<T> manager, String key, Function<? super T, Duration> interval,
			Runnable task) {
		Objects.requireNonNull(interval, "interval");
		return every(manager,
				new LiveInterval<>(Objects.requireNonNull(key, "key"), (snapshot) -> interval.apply(snapshot.config())),
				task);
	}

	<T> Subscription every(ConfigManager<T> manager, LiveInterval<T> interval, Runnable task) {
		Objects.requireNonNull(task, "task");
		if (!this.enabled) {
			return () -> {
			};
		}
		LiveSchedule<T> schedule = new LiveSchedule<>(interval, task, this.scheduler, this::isRunning);
		Subscription participation = manager.addParticipant(schedule);
		Subscription subscription = () -> {
			participation.close();
			this.schedules.remove(schedule);
			schedule.close();
		};
		begin(schedule, manager.getSnapshot(), subscription);
		return subscription;
	}

	@Override
	public void start() {
		this.running = true;
		this.schedules.forEach(LiveSchedule::plan);
	}

	@Override
	public void stop() {
		this.running = false;
		this.schedules.forEach(LiveSchedule::cancel);
	}

	// Nothing comes after the callback.
	@SuppressWarnings("FutureReturnValueIgnored")
	@Override
	public void stop(Runnable callback) {
		stop();
		CompletableFuture.allOf(this.schedules.stream().map(LiveSchedule::idle).toArray(CompletableFuture<?>[]::new))
			.thenRun(callback);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void destroy() {
		this.schedules.forEach(LiveSchedule::close);
		this.scheduler.shutdown();
	}

	// Not before it takes part: no version is missed in between.
	private <T> void begin(LiveSchedule<T> schedule, ConfigSnapshot<T> active, Subscription subscription) {
		try {
			this.schedules.add(schedule);
			schedule.begin(active);
		}
		catch (RuntimeException ex) {
			subscription.close();
			throw ex;
		}
	}

}
