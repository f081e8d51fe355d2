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

package io.wolfprowler.config.wolf;

import java.util.LinkedHashMap;
import java.util.Map;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigChange.Application;
import io.wolfprowler.config.ConfigChange.Crypto;
import io.wolfprowler.config.ConfigChange.P2PNetwork;
import io.wolfprowler.config.ConfigChange.WebServer;
import io.wolfprowler.config.internal.bind.Difference;
import io.wolfprowler.config.internal.toml.KeyPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WolfConfigChanges}.
 */
class WolfConfigChangesTests {

	private static final Map<String, ConfigChange> CHANGES = changes();

	private final WolfConfigChanges mapper = new WolfConfigChanges();

	@Test
	void everyKeyHasItsVariant() {
		WolfConfig config = WolfConfigTests.bound("");

		Map<String, ConfigChange> mapped = new LinkedHashMap<>();
		CHANGES.keySet().forEach((toml) -> {
			Difference difference = WolfConfigTests.SCHEMA.compare(config, WolfConfigTests.bound(toml)).values().get(0);
			mapped.put(toml, this.mapper.map(new ConfigChange.Property(difference.key().toString(),
					difference.oldValue(), difference.newValue(), WolfConfigTests.SCHEMA.isSecret(difference))));
		});

		assertThat(mapped).isEqualTo(CHANGES).hasSize(17);
	}

	@ParameterizedTest
	@ValueSource(strings = { "max_peers", "node_name", "crypto.cipher_suite" })
	void secretChangesKeepTheirKeyAndStaySecret(String key) {
		ConfigChange change = this.mapper.map(new ConfigChange.Property(key, 1, 2, true));

		assertThat(change).isNotInstanceOf(ConfigChange.Property.class)
			.returns(key, ConfigChange::key)
			.returns(true, ConfigChange::secret);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cipher_suite", "hash_function", "security_level", "memory_protection" })
	void algorithmsAndLevelsNeedRestart(String key) {
		assertThat(WolfConfigTests.SCHEMA.isRestartRequired(KeyPath.parse("crypto." + key))).isTrue();
	}

	@Test
	void nothingElseNeedsRestart() {
		assertThat(WolfConfigTests.SCHEMA.write(WolfConfigTests.bound("")).keys())
			.filteredOn(WolfConfigTests.SCHEMA::isRestartRequired)
			.hasSize(4);
	}

	@Test
	void nothingIsSecret() {
		assertThat(WolfConfigTests.SCHEMA.write(WolfConfigTests.bound("")).keys())
			.noneMatch((key) -> WolfConfigTests.SCHEMA.isSecret(key));
	}

	private static Map<String, ConfigChange> changes() {
		Map<String, ConfigChange> changes = new LinkedHashMap<>();
		changes.put("web_port = 9090", new WebServer(8080, 9090));
		changes.put("p2p_port = 1", new P2PNetwork("p2p_port", 0, 1));
		changes.put("max_peers = 2", new P2PNetwork("max_peers", 50, 2));
		changes.put("discovery_interval_secs = 31", new P2PNetwork("discovery_interval_secs", 30, 31));
		changes.put("heartbeat_interval_secs = 11", new P2PNetwork("heartbeat_interval_secs", 10, 11));
		changes.put("node_name = \"n\"", new Application("node_name", "wolf-node", "n"));
		changes.put("enable_logging = false", new Application("enable_logging", true, false));
		changes.put("log_level = \"warn\"", new Application("log_level", "info", "warn"));
		changes.put("save_state = false", new Application("save_state", true, false));
		changes.put("state_file = \"s\"", new Application("state_file", "wolf_prowler_state.json", "s"));
		changes.put("crypto.enable_metrics = false", new Crypto("enable_metrics", true, false));
		changes.put("crypto.enable_audit_logging = false", new Crypto("enable_audit_logging", true, false));
		changes.put("crypto.performance_optimization = false", new Crypto("performance_optimization", true, false));
		changes.put("crypto.cipher_suite = \"Aes128Gcm\"",
				new Crypto("cipher_suite", CipherSuite.ChaCha20Poly1305, CipherSuite.Aes128Gcm));
		changes.put("crypto.hash_function = \"Sha256\"",
				new Crypto("hash_function", HashFunction.Blake3, HashFunction.Sha256));
		changes.put("crypto.security_level = \"Standard\"",
				new Crypto("security_level", SecurityLevel.Maximum, SecurityLevel.Standard));
		changes.put("crypto.memory_protection = \"Basic\"",
				new Crypto("memory_protection", MemoryProtection.Strict, MemoryProtection.Basic));
		return changes;
	}

}
