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

import java.time.Duration;
import java.util.function.Function;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.benchmarks.text.Fleet;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Server;
import io.wolfprowler.config.wolf.WolfConfig;

/**
 * Wolf Config: every value is bound to a component of a record and validated.
 *
 * @param <T> the type of the record
 */
final class WolfPeer<T> implements Peer {

	private static final Duration MAX_WAIT = Duration.ofMillis(50);

	private final ConfigManager<T> manager;

	private final Function<T, Pair> numbers;

	private WolfPeer(ConfigManagerBuilder<T> builder, Site site, Function<T, Pair> numbers) {
		this.manager = builder.file(site.file()).build();
		this.numbers = numbers;
		if (site.watched()) {
			this.manager.addCallback((change) -> site.changed());
			this.manager.enableHotReload();
		}
	}

	/** Open a file with the debounce at its minimum. */
	static Peer eager(Site site) {
		return site.sample().isNode() ? node(eager(WolfConfig.class), site) : fleet(eager(Fleet.class), site);
	}

	/** Open a file with the default settings. */
	static Peer withDefaults(Site site) {
		return site.sample().isNode() ? node(ConfigManager.builder(WolfConfig.class), site)
				: fleet(ConfigManager.builder(Fleet.class), site);
	}

	@Override
	public int port() {
		return pair().port();
	}

	@Override
	public int peers() {
		return pair().peers();
	}

	@Override
	public Pair pair() {
		return this.numbers.apply(this.manager.getConfig());
	}

	@Override
	public void reload() {
		ReloadResult result = this.manager.reload();
		if (result.outcome() != Outcome.APPLIED) {
			throw new IllegalStateException(result.outcome() + ": " + result.problems());
		}
	}

	@Override
	public void close() {
		this.manager.close();
	}

	private static <T> ConfigManagerBuilder<T> eager(Class<T> type) {
		return ConfigManager.builder(type)
			.watch((watch) -> watch.debounce(Duration.ZERO).maxWait(MAX_WAIT).eager(true));
	}

	private static Peer node(ConfigManagerBuilder<WolfConfig> builder, Site site) {
		return new WolfPeer<>(builder, site, (config) -> new Pair(config.webPort(), config.maxPeers()));
	}

	private static Peer fleet(ConfigManagerBuilder<Fleet> builder, Site site) {
		String name = site.sample().changingServer();
		return new WolfPeer<>(builder, site, (fleet) -> {
			Server server = fleet.server(name);
			return new Pair(server.port(), server.maxConnections());
		});
	}

}
