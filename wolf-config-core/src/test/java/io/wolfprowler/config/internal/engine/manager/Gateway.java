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

import java.util.List;
import java.util.Map;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.RestartRequired;

/**
 * The configuration of the tests: a little of everything.
 */
public record Gateway(@Default("gate") String name, @Bounds(min = 1, max = 65535) @Default("8080") int port,
		@Default("10") int limit, @RestartRequired @Default("4") int workers, @Default("none") String password, Tls tls,
		List<Peer> peers, Map<String, String> labels) {

	public Gateway withName(String other) {
		return new Gateway(other, this.port, this.limit, this.workers, this.password, this.tls, this.peers,
				this.labels);
	}

	public Gateway withPort(int other) {
		return new Gateway(this.name, other, this.limit, this.workers, this.password, this.tls, this.peers,
				this.labels);
	}

	public Gateway withLimit(int other) {
		return new Gateway(this.name, this.port, other, this.workers, this.password, this.tls, this.peers, this.labels);
	}

	public Gateway withWorkers(int other) {
		return new Gateway(this.name, this.port, this.limit, other, this.password, this.tls, this.peers, this.labels);
	}

	public Gateway withPassword(String other) {
		return new Gateway(this.name, this.port, this.limit, this.workers, other, this.tls, this.peers, this.labels);
	}

	public Gateway withTls(Tls other) {
		return new Gateway(this.name, this.port, this.limit, this.workers, this.password, other, this.peers,
				this.labels);
	}

	public Gateway withPeers(List<Peer> other) {
		return new Gateway(this.name, this.port, this.limit, this.workers, this.password, this.tls, other, this.labels);
	}

	public record Tls(@Default("false") boolean enabled, @Default("1.3") String version) {

	}

	public record Peer(String host, @Default("1") int weight) {

	}

}
