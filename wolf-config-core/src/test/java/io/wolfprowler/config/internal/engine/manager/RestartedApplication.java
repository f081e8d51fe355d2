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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigChangeCallback;
import io.wolfprowler.config.ConfigManager;

/**
 * An application with a class loader of its own, as a development restart gives it one.
 */
public final class RestartedApplication implements Callable<AutoCloseable>, ConfigChangeCallback {

	private final Path file;

	public RestartedApplication(Path file) {
		this.file = file;
	}

	@Override
	public AutoCloseable call() {
		ConfigManager<Settings> manager = ConfigManager.builder(Settings.class)
			.name("restarted")
			.file(this.file)
			.watch((watch) -> watch.debounce(Duration.ofMillis(1)).maxWait(Duration.ofMillis(10)))
			.validator((settings) -> List.of())
			.build();
		manager.addCallback(this);
		manager.view(Settings::port).onChange((old, now) -> onChange(null));
		manager.enableHotReload();
		manager.updateConfig((settings) -> new Settings(settings.port() + 1, "fast"));
		manager.updateConfigAsync((settings) -> new Settings(settings.port() + 1, "slow")).join();
		manager.saveConfig();
		manager.reload();
		manager.validate("port = \"no\"");
		return manager;
	}

	@Override
	public void onChange(ConfigChange change) {
		if (change != null) {
			throw new IllegalStateException("of the application's own loader");
		}
	}

	// Its own methods: the platform keeps the last record whose methods it has made.
	record Settings(int port, String mode) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Settings settings && settings.port == this.port && settings.mode.equals(this.mode);
		}

		@Override
		public int hashCode() {
			return this.port;
		}

		@Override
		public String toString() {
			return this.mode + " " + this.port;
		}

	}

}
