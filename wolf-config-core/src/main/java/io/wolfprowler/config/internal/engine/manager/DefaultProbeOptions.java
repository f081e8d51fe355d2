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

import java.time.Duration;

import io.wolfprowler.config.ProbeOptions;

/**
 * How long, and how often, a version is probed.
 */
final class DefaultProbeOptions implements ProbeOptions {

	Duration window = Duration.ofSeconds(30);

	Duration interval = Duration.ofSeconds(1);

	@Override
	public ProbeOptions window(Duration window) {
		this.window = Arguments.positive(window, "window");
		return this;
	}

	@Override
	public ProbeOptions interval(Duration interval) {
		this.interval = Arguments.positive(interval, "interval");
		return this;
	}

	/**
	 * Check the values against each other.
	 * @throws IllegalArgumentException when they don't go together
	 */
	void check() {
		Arguments.check(this.window.compareTo(this.interval) >= 0,
				"'window' must be at least 'interval' (" + this.interval + "), found " + this.window);
	}

}
