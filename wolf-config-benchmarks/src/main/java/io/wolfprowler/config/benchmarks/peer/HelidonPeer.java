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

package io.wolfprowler.config.benchmarks.peer;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.config.FileConfigSource;
import io.helidon.config.FileSystemWatcher;
import io.helidon.config.spi.PollingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Helidon Config: collects events of the file system every millisecond, or polls on
 * demand.
 */
final class HelidonPeer implements Peer {

	private final OnDemand onDemand = new OnDemand();

	private final Supplier<Integer> port;

	private final Supplier<Integer> peers;

	HelidonPeer(Site site) {
		FileConfigSource.Builder source = ConfigSources.file(site.file()).mediaType("text/x-java-properties");
		Config config = Config
			.builder(site.watched() ? source.changeWatcher(watcher()) : source.pollingStrategy(this.onDemand))
			.disableEnvironmentVariablesSource()
			.disableSystemPropertiesSource()
			.changesExecutor(Runnable::run)
			.build();
		this.port = config.get(site.sample().portKey()).asInt().supplier();
		this.peers = config.get(site.sample().peersKey()).asInt().supplier();
		config.onChange((changed) -> site.changed());
	}

	@Override
	public int port() {
		return this.port.get();
	}

	@Override
	public int peers() {
		return this.peers.get();
	}

	@Override
	public void reload() {
		this.onDemand.poll();
	}

	private static FileSystemWatcher watcher() {
		return FileSystemWatcher.builder().schedule(1, 1, TimeUnit.MILLISECONDS).build();
	}

	/**
	 * Polls when it is told to.
	 */
	private static final class OnDemand implements PollingStrategy {

		private @Nullable Polled polled;

		@Override
		public void start(Polled polled) {
			this.polled = polled;
		}

		void poll() {
			if (this.polled != null) {
				this.polled.poll(Instant.now());
			}
		}

	}

}
