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
 * The meters of one manager. Their names begin with {@code wolf.config.}, each has the
 * tag {@code manager}, and no tag has a value of the configuration.
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
	 * Meter a manager from now on.
	 * @param manager the manager
	 * @param registry where the meters are registered
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
				.description("Time that a phase of an attempt to put a version in force took")
				.tags(this.tags.and("phase", lower(stage)))
				.register(this.registry)
				.record(took));
	}

	@Override
	public void called(ListenerCall call) {
		Timer.builder(PREFIX + "listener")
			.description("Time that callbacks, views, event listeners and participants took")
			.tags(this.tags.and("kind", lower(call.kind()), "name", nameOf(call), "result",
					call.failed() ? "failure" : "success"))
			.register(this.registry)
			.record(call.took());
	}

	private void gauges(ConfigManager<?> manager) {
		gauge("version", "Version in force", null, manager, (status) -> status.active().version());
		gauge("last.reload.successful", "Whether the last look has found what is in force", null, manager,
				(status) -> (SourceState.of(status.lastReload()) == SourceState.IN_FORCE) ? 1 : 0);
		gauge("last.reload.success.timestamp", "Time when the version in force was accepted", "seconds", manager,
				(status) -> status.lastAccepted().at().toEpochMilli() / MILLIS);
		gauge("document.size", "Size of the text in force", "bytes", manager, ConfigStatus::size);
		gauge("unsaved.keys", "Keys changed in memory and not written to the source", null, manager,
				(status) -> status.unsaved().size());
		gauge("pending.restart.keys", "Keys whose value takes effect only after a restart", null, manager,
				(status) -> status.pendingRestart().size());
		Gauge.builder(PREFIX + "history.versions", manager, (each) -> each.inspect().history().size())
			.description("Versions that can be returned to")
			.tags(this.tags)
			.register(this.registry);
	}

	private void watch(ConfigManager<?> manager) {
		for (HotReloadMode mode : HotReloadMode.values()) {
			Gauge.builder(PREFIX + "watch.mode", manager, (each) -> (each.status().hotReload() == mode) ? 1 : 0)
				.description("Whether the source is watched in this way")
				.tags(this.tags.and("mode", lower(mode)))
				.register(this.registry);
		}
		counter("watch.events", "Signs that the source may have changed", manager,
				(status) -> status.watch().signals());
		counter("watch.overflows", "Times that events of the file system were lost", manager,
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
