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
package io.wolfprowler.config.spring.actuate;

import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ListenerCall;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one manager. Their names begin with {@code wolf.config.}. Each has the
 * tag {@code manager}. No tag contains a configuration value.
 */
public final class ConfigMetrics implements ConfigObserver<Object> {

	private static final String PREFIX = "wolf.config.";

	private static final double MILLIS = 1000;

	private final MeterRegistry registry;

	private final Tags tags;

	private ConfigMetrics(MeterRegistry registry, ConfigManager<?> manager) {
		this.registry = registry;
		this.tags = Tags.of("manager", manager.name());
	}

	/**
	 * Register the meters of a manager.
	 * @param manager the manager
	 * @param registry the registry of the meters
	 */
	public static void bind(ConfigManager<?> manager, MeterRegistry registry) {
		ConfigMetrics metrics = new ConfigMetrics(Objects.requireNonNull(registry, "registry"), manager);
		metrics.gauges(manager);
		metrics.watch(manager);
		manager.addObserver(metrics);
	}

	@Override
	public void attempted(ConfigAttempt attempt) {
		this.registry
			.counter(PREFIX + "reloads",
					this.tags.and("outcome", lower(attempt.result().outcome()), "cause", lower(attempt.cause())))
			.increment();
		attempt.stages()
			.forEach((stage, took) -> Timer.builder(PREFIX + "reload.duration")
				.description("Duration of a phase of an attempt to apply a version")
				.tags(this.tags.and("phase", lower(stage)))
				.register(this.registry)
				.record(took));
	}

	@Override
	public void called(ListenerCall call) {
		Timer.builder(PREFIX + "listener")
			.description("Duration of calls of callbacks, views, event listeners and participants")
			.tags(this.tags.and("kind", lower(call.kind()), "name", nameOf(call), "result",
					call.failed() ? "failure" : "success"))
			.register(this.registry)
			.record(call.took());
	}

	private void gauges(ConfigManager<?> manager) {
		gauge("version", "Active version", null, manager, (status) -> status.active().version());
		gauge("last.reload.successful", "Whether the last reload found the active configuration", null, manager,
				(status) -> (SourceState.of(status.lastReload()) == SourceState.IN_FORCE) ? 1 : 0);
		gauge("last.reload.success.timestamp", "Time when the active version was accepted", "seconds", manager,
				(status) -> status.lastAccepted().at().toEpochMilli() / MILLIS);
		gauge("document.size", "Size of the active document", "bytes", manager, ConfigStatus::size);
		gauge("unsaved.keys", "Keys that are changed in memory but not saved", null, manager,
				(status) -> status.unsaved().size());
		gauge("pending.restart.keys", "Changed keys that take effect only after a restart", null, manager,
				(status) -> status.pendingRestart().size());
		Gauge.builder(PREFIX + "history.versions", manager, (each) -> each.inspect().history().size())
			.description("Versions available for rollback")
			.tags(this.tags)
			.register(this.registry);
	}

	private void watch(ConfigManager<?> manager) {
		for (HotReloadMode mode : HotReloadMode.values()) {
			Gauge.builder(PREFIX + "watch.mode", manager, (each) -> (each.status().hotReload() == mode) ? 1 : 0)
				.description("Whether the source is watched in this mode")
				.tags(this.tags.and("mode", lower(mode)))
				.register(this.registry);
		}
		counter("watch.events", "Signals that the source may have changed", manager,
				(status) -> status.watch().signals());
		counter("watch.overflows", "Times that file system events were lost", manager,
				(status) -> status.watch().overflows());
	}

	private void gauge(String name, String description, @Nullable String unit, ConfigManager<?> manager,
			ToDoubleFunction<ConfigStatus> value) {
		Gauge.builder(PREFIX + name, manager, (each) -> value.applyAsDouble(each.status()))
			.description(description)
			.baseUnit(unit)
			.tags(this.tags)
			.register(this.registry);
	}

	private void counter(String name, String description, ConfigManager<?> manager,
			ToDoubleFunction<ConfigStatus> value) {
		FunctionCounter.builder(PREFIX + name, manager, (each) -> value.applyAsDouble(each.status()))
			.description(description)
			.tags(this.tags)
			.register(this.registry);
	}

	// The name of a lambda's class differs from run to run.
	private static String nameOf(ListenerCall call) {
		int lambda = call.name().indexOf("$$Lambda");
		return (lambda < 0) ? call.name() : call.name().substring(0, lambda) + " lambda";
	}

	private static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
