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
 * Runs tasks at intervals that are configuration keys. Tasks run while the context does:
 * from after the web server has started until before its graceful shutdown. A stop waits
 * for runs in progress.
 * <p>
 * A task first runs at once, then one interval after the end of its previous run. A new
 * interval takes effect at once and also counts from the end of the previous run; if that
 * time has passed, the task runs once. Runs of a task never overlap. A task that throws
 * is logged and runs again. A version whose interval is zero or negative is vetoed.
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
	 * one at a time on a thread that is created for the first of them
	 * @param enabled whether tasks run
	 */
	public ConfigSchedules(ObjectProvider<TaskScheduler> schedulers, boolean enabled) {
		this.scheduler = new LazyScheduler(schedulers);
		this.enabled = enabled;
	}

	/**
	 * Run a task at an interval that follows a configuration.
	 * @param manager the manager of the configuration
	 * @param key the dotted TOML key of the interval, which problems name
	 * @param interval returns the interval of a configuration
	 * @param task the task
	 * @param <T> the type of the configuration
	 * @return the subscription, which ends the schedule when closed
	 * @throws ConfigVetoException if the active interval is zero or negative
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

	// Nothing follows the callback.
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

	// After it has been added as a participant, so that it misses no version.
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
