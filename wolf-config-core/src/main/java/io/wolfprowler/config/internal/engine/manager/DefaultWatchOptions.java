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
import java.util.Objects;

import io.wolfprowler.config.WatchOptions;
import io.wolfprowler.config.internal.engine.load.RetryBackoff;
import io.wolfprowler.config.internal.watch.WatchSettings;

/**
 * When the source is read again.
 */
final class DefaultWatchOptions implements WatchOptions {

	private Duration debounce = WatchSettings.defaults().debounce();

	Duration maxWait = WatchSettings.defaults().maxWait();

	private Duration pollInterval = WatchSettings.defaults().pollInterval();

	private boolean eager = WatchSettings.defaults().eager();

	@Override
	public WatchOptions debounce(Duration debounce) {
		this.debounce = Objects.requireNonNull(debounce, "debounce");
		return this;
	}

	@Override
	public WatchOptions maxWait(Duration maxWait) {
		this.maxWait = Objects.requireNonNull(maxWait, "maxWait");
		return this;
	}

	@Override
	public WatchOptions pollInterval(Duration pollInterval) {
		this.pollInterval = Objects.requireNonNull(pollInterval, "pollInterval");
		return this;
	}

	@Override
	public WatchOptions eager(boolean eager) {
		this.eager = eager;
		return this;
	}

	/**
	 * Check the values against each other.
	 * @throws IllegalArgumentException when one is out of range or they don't go together
	 */
	void check() {
		settings();
	}

	WatchSettings settings() {
		return new WatchSettings(this.debounce, this.maxWait, this.pollInterval, this.eager);
	}

	RetryBackoff backoff() {
		return new RetryBackoff(this.debounce, this.maxWait);
	}

}
