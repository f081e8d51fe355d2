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

import java.nio.file.Path;

import io.wolfprowler.config.benchmarks.text.Fleet;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.Server;
import io.wolfprowler.config.wolf.WolfConfig;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Jackson 3 binds a record from TOML, a volatile field publishes it.
 */
final class JacksonPeer implements Peer {

	private static final TomlMapper MAPPER = TomlMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final Path file;

	private final Sample sample;

	private volatile Object config;

	JacksonPeer(Site site) {
		this.file = site.file();
		this.sample = site.sample();
		this.config = read();
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
		if (this.config instanceof WolfConfig node) {
			return new Pair(node.webPort(), node.maxPeers());
		}
		Server server = ((Fleet) this.config).server(this.sample.changingServer());
		return new Pair(server.port(), server.maxConnections());
	}

	@Override
	public void reload() {
		this.config = read();
	}

	private Object read() {
		Class<?> type = this.sample.isNode() ? WolfConfig.class : Fleet.class;
		return MAPPER.readValue(this.file, type);
	}

}
