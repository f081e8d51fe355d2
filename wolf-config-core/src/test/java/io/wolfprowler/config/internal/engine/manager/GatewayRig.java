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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.fixtures.RecordingObserver;
import io.wolfprowler.config.fixtures.StubSource;

/**
 * A manager on a source in memory, with a clock that stands and a scheduler that waits.
 */
public final class GatewayRig implements AutoCloseable {

	public static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

	public static final Duration MAX_WAIT = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	public static final String TEXT = """
			# The gate.
			name = "gate" # of the city
			port = 8080
			limit = 10

			[tls]
			enabled = false
			version = "1.3"
			""";

	public final StubSource source;

	public final FakeScheduler scheduler = new FakeScheduler();

	public final RecordingCallback callback = new RecordingCallback();

	public final RecordingObserver<Gateway> observer = new RecordingObserver<>();

	public final ConfigManager<Gateway> manager;

	public GatewayRig() {
		this(TEXT);
	}

	public GatewayRig(String text) {
		this(text, (builder) -> {
		});
	}

	public GatewayRig(String text, Consumer<ManagerBuilder<Gateway>> customizer) {
		this.source = new StubSource(text);
		ManagerBuilder<Gateway> builder = new ManagerBuilder<>(Gateway.class)
			.source(this.source, Path.of("config.toml"))
			.watch((watch) -> watch.debounce(Duration.ofMillis(500)).maxWait(MAX_WAIT))
			.observer(this.observer);
		builder.clock(Clock.fixed(NOW, ZoneOffset.UTC));
		builder.schedulerInstead((system) -> this.scheduler);
		customizer.accept(builder);
		this.manager = builder.build();
		this.manager.addCallback(this.callback);
	}

	/**
	 * Wait until the manager's thread has done what it was given so far, and has told
	 * what came of it. Is as patient as a manager by default, however impatient this one
	 * is.
	 */
	public void settle() {
		((DefaultConfigManager<Gateway>) this.manager).awaitIdle(PATIENCE);
		((DefaultConfigManager<Gateway>) this.manager).awaitIdle(PATIENCE);
	}

	/** Signal that the source may have changed, and wait for the look. */
	public void signal() {
		this.source.signal();
		settle();
	}

	/** Move time on, and wait for the looks that fall due. */
	public void advance(Duration duration) {
		this.scheduler.advance(duration, this::settle);
		settle();
		while (this.scheduler.isDue()) {
			this.scheduler.advance(Duration.ZERO);
			settle();
		}
	}

	public static ConfigChange changed(String key, Object oldValue, Object newValue) {
		return new ConfigChange.Property(key, oldValue, newValue, false);
	}

	@Override
	public void close() {
		this.manager.close();
	}

}
