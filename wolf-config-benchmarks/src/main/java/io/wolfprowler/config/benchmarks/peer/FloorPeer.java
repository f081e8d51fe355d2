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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.HashFunction;
import io.wolfprowler.config.wolf.MemoryProtection;
import io.wolfprowler.config.wolf.SecurityLevel;
import io.wolfprowler.config.wolf.WolfConfig;

/**
 * What one would write by hand: read the file, split its lines, take the values that are
 * known by name, keep the old ones when any is missing, publish them in a volatile field.
 */
final class FloorPeer implements Peer {

	private final Path file;

	private final Sample sample;

	private final Runnable stop;

	private volatile Values values;

	FloorPeer(Site site) throws IOException {
		this.file = site.file();
		this.sample = site.sample();
		this.values = read();
		this.stop = DirectoryWatch.reloading(site, () -> reload());
	}

	@Override
	public int port() {
		return this.values.port();
	}

	@Override
	public int peers() {
		return this.values.peers();
	}

	@Override
	public void reload() throws IOException {
		this.values = read();
	}

	@Override
	public void close() {
		this.stop.run();
	}

	private Values read() throws IOException {
		Map<String, String> values = split(new String(Files.readAllBytes(this.file), StandardCharsets.UTF_8));
		Object bound = this.sample.isNode() ? bind(values) : values;
		return new Values(number(values, this.sample.portKey()), number(values, this.sample.peersKey()), bound);
	}

	private static Map<String, String> split(String text) {
		Map<String, String> values = new HashMap<>();
		int start = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			int equals = text.indexOf('=', start);
			values.put(text.substring(start, equals), text.substring(equals + 1, end));
			start = end + 1;
		}
		return values;
	}

	private static WolfConfig bind(Map<String, String> values) {
		return new WolfConfig(number(values, "web_port"), number(values, "p2p_port"), number(values, "max_peers"),
				number(values, "discovery_interval_secs"), number(values, "heartbeat_interval_secs"),
				text(values, "node_name"), flag(values, "enable_logging"), text(values, "log_level"),
				flag(values, "save_state"), text(values, "state_file"), crypto(values));
	}

	private static CryptoConfig crypto(Map<String, String> values) {
		return new CryptoConfig(flag(values, "crypto.enable_metrics"), flag(values, "crypto.enable_audit_logging"),
				flag(values, "crypto.performance_optimization"),
				CipherSuite.valueOf(text(values, "crypto.cipher_suite")),
				HashFunction.valueOf(text(values, "crypto.hash_function")),
				SecurityLevel.valueOf(text(values, "crypto.security_level")),
				MemoryProtection.valueOf(text(values, "crypto.memory_protection")));
	}

	private static int number(Map<String, String> values, String key) {
		return Integer.parseInt(text(values, key));
	}

	private static boolean flag(Map<String, String> values, String key) {
		return Boolean.parseBoolean(text(values, key));
	}

	private static String text(Map<String, String> values, String key) {
		String value = values.get(key);
		if (value == null) {
			throw new IllegalArgumentException(key + " is missing");
		}
		return value;
	}

	/**
	 * What is in force.
	 */
	private record Values(int port, int peers, Object bound) {
	}

}
