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

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.netflix.archaius.DefaultPropertyFactory;
import com.netflix.archaius.api.Config;
import com.netflix.archaius.api.Property;
import com.netflix.archaius.api.config.PollingStrategy;
import com.netflix.archaius.config.DefaultConfigListener;
import com.netflix.archaius.config.PollingDynamicConfig;
import com.netflix.archaius.config.polling.FixedPollingStrategy;
import com.netflix.archaius.readers.URLConfigReader;

/**
 * Archaius 2: polls every millisecond, or on demand on the caller's thread.
 */
final class ArchaiusPeer implements Peer {

	private final OnDemand onDemand = new OnDemand();

	private final PollingDynamicConfig config;

	private final Property<Integer> port;

	private final Property<Integer> peers;

	ArchaiusPeer(Site site) throws IOException {
		PollingStrategy strategy = site.watched() ? new FixedPollingStrategy(1, TimeUnit.MILLISECONDS) : this.onDemand;
		this.config = new PollingDynamicConfig(new URLConfigReader(site.file().toUri().toURL()), strategy);
		DefaultPropertyFactory properties = DefaultPropertyFactory.from(this.config);
		this.port = properties.get(site.sample().portKey(), Integer.class);
		this.peers = properties.get(site.sample().peersKey(), Integer.class);
		this.config.addListener(new DefaultConfigListener() {
			@Override
			public void onConfigUpdated(Config config) {
				site.changed();
			}
		});
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
		this.onDemand.poll.run();
	}

	@Override
	public void close() {
		this.config.shutdown();
	}

	/**
	 * Polls when it is told to.
	 */
	private static final class OnDemand implements PollingStrategy {

		private Runnable poll = () -> {
		};

		@Override
		public Future<?> execute(Runnable poll) {
			this.poll = poll;
			poll.run();
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public void shutdown() {
		}

	}

}
