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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.wolfprowler.config.internal.bind.BindResult;
import io.wolfprowler.config.internal.bind.Difference;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link WolfConfig} and {@link CryptoConfig}.
 */
class WolfConfigTests {

	static final Schema<WolfConfig> SCHEMA = Schema.of(WolfConfig.class);

	private static final String DEFAULTS = """
			web_port = 8080
			p2p_port = 0
			max_peers = 50
			discovery_interval_secs = 30
			heartbeat_interval_secs = 10
			node_name = "wolf-node"
			enable_logging = true
			log_level = "info"
			save_state = true
			state_file = "wolf_prowler_state.json"

			[crypto]
			enable_metrics = true
			enable_audit_logging = true
			performance_optimization = true
			cipher_suite = "ChaCha20Poly1305"
			hash_function = "Blake3"
			security_level = "Maximum"
			memory_protection = "Strict"
			""";

	@Test
	void emptyTextIsAllDefaults() {
		assertThat(SCHEMA.write(bound(""))).isEqualTo(values(DEFAULTS));
		assertThat(bound("[crypto]")).isEqualTo(bound(""));
		assertThat(bound(DEFAULTS)).isEqualTo(bound(""));
	}

	@Test
	void thereAreSeventeenKeysInTheOrderOfTheRecord() {
		assertThat(SCHEMA.write(bound("")).keys()).isEqualTo(values(DEFAULTS).keys()).hasSize(17);
	}

	@ParameterizedTest
	@CsvSource({ "web_port, 0, 65535", "p2p_port, 0, 65535", "max_peers, 1, 100000",
			"discovery_interval_secs, 1, 86400", "heartbeat_interval_secs, 1, 86400" })
	void numbersHaveBounds(String key, long min, long max) {
		assertThat(messages(key + " = " + min)).isEmpty();
		assertThat(messages(key + " = " + max)).isEmpty();
		assertThat(messages(key + " = " + (min - 1)))
			.containsExactly(key + " must be between " + min + " and " + max + ", found " + (min - 1));
		assertThat(messages(key + " = " + (max + 1)))
			.containsExactly(key + " must be between " + min + " and " + max + ", found " + (max + 1));
	}

	static Stream<Arguments> choices() {
		return Stream.of(arguments("cipher_suite", List.of("ChaCha20Poly1305", "Aes256Gcm", "Aes128Gcm")),
				arguments("hash_function", List.of("Blake3", "Sha256", "Sha512", "Sha3_256", "Sha3_512")),
				arguments("security_level", List.of("Minimum", "Standard", "Maximum")),
				arguments("memory_protection", List.of("None", "Basic", "Strict")));
	}

	@ParameterizedTest
	@MethodSource("choices")
	void choicesAreSpelledAsInTheFile(String key, List<String> names) {
		for (String name : names) {
			String toml = "crypto." + key + " = \"" + name + "\"";
			assertThat(SCHEMA.write(bound(toml)).at(KeyPath.parse("crypto." + key))).isEqualTo(name);
		}
		assertThat(messages("crypto." + key + " = \"des\""))
			.containsExactly("crypto." + key + " must be one of " + String.join(", ", names) + ", found \"des\"");
		assertThat(messages("crypto." + key + " = \"" + names.get(0).toUpperCase(Locale.ROOT) + "\"")).hasSize(1);
	}

	static Map<String, UnaryOperator<WolfConfig>> edits() {
		return Map.ofEntries(Map.entry("web_port = 9090", (c) -> c.with((b) -> b.webPort(9090))),
				Map.entry("p2p_port = 1", (c) -> c.with((b) -> b.p2pPort(1))),
				Map.entry("max_peers = 2", (c) -> c.with((b) -> b.maxPeers(2))),
				Map.entry("discovery_interval_secs = 31", (c) -> c.with((b) -> b.discoveryIntervalSecs(31))),
				Map.entry("heartbeat_interval_secs = 11", (c) -> c.with((b) -> b.heartbeatIntervalSecs(11))),
				Map.entry("node_name = \"n\"", (c) -> c.with((b) -> b.nodeName("n"))),
				Map.entry("enable_logging = false", (c) -> c.with((b) -> b.enableLogging(false))),
				Map.entry("log_level = \"warn\"", (c) -> c.with((b) -> b.logLevel("warn"))),
				Map.entry("save_state = false", (c) -> c.with((b) -> b.saveState(false))),
				Map.entry("state_file = \"s\"", (c) -> c.with((b) -> b.stateFile("s"))),
				Map.entry("crypto.enable_metrics = false", (c) -> crypto(c, (b) -> b.enableMetrics(false))),
				Map.entry("crypto.enable_audit_logging = false", (c) -> crypto(c, (b) -> b.enableAuditLogging(false))),
				Map.entry("crypto.performance_optimization = false",
						(c) -> crypto(c, (b) -> b.performanceOptimization(false))),
				Map.entry("crypto.cipher_suite = \"Aes256Gcm\"",
						(c) -> crypto(c, (b) -> b.cipherSuite(CipherSuite.Aes256Gcm))),
				Map.entry("crypto.hash_function = \"Sha3_512\"",
						(c) -> crypto(c, (b) -> b.hashFunction(HashFunction.Sha3_512))),
				Map.entry("crypto.security_level = \"Minimum\"",
						(c) -> crypto(c, (b) -> b.securityLevel(SecurityLevel.Minimum))),
				Map.entry("crypto.memory_protection = \"None\"",
						(c) -> crypto(c, (b) -> b.memoryProtection(MemoryProtection.None))));
	}

	@Test
	void builderHasOneMethodForEachComponent() {
		WolfConfig config = bound("");

		assertThat(edits()).hasSize(17);
		edits().forEach((toml, edit) -> {
			assertThat(edit.apply(config)).as(toml).isEqualTo(bound(toml));
			assertThat(SCHEMA.compare(config, edit.apply(config)).values()).as(toml)
				.extracting(Difference::key)
				.containsExactly(KeyPath.parse(toml.substring(0, toml.indexOf(' '))));
		});
		assertThat(config).isEqualTo(bound(""));
	}

	@Test
	void cryptoSettingsMayBeReplacedAsWhole() {
		CryptoConfig crypto = bound("crypto.enable_metrics = false").crypto();

		assertThat(bound("").with((builder) -> builder.crypto(crypto).webPort(1)).crypto()).isSameAs(crypto);
	}

	@Test
	void copyWithoutEditsIsEqual() {
		assertThat(bound("").with((builder) -> {
		})).isEqualTo(bound(""));
	}

	@Test
	void builderTakesNoNull() {
		assertThatNullPointerException().isThrownBy(() -> bound("").with((builder) -> builder.nodeName(null)))
			.withMessage("nodeName");
		assertThatNullPointerException()
			.isThrownBy(() -> bound("").with((builder) -> builder.crypto((crypto) -> crypto.cipherSuite(null))))
			.withMessage("cipherSuite");
	}

	static WolfConfig bound(String toml) {
		BindResult<WolfConfig> bound = SCHEMA.bind(values(toml));
		assertThat(bound.problems()).isEmpty();
		assertThat(bound.unknownKeys()).isEmpty();
		return bound.config();
	}

	private static WolfConfig crypto(WolfConfig config, Consumer<CryptoConfig.Builder> edits) {
		return config.with((builder) -> builder.crypto(edits));
	}

	private static List<String> messages(String toml) {
		return SCHEMA.bind(values(toml)).problems().stream().map((finding) -> finding.problem().message()).toList();
	}

	private static TomlTree values(String toml) {
		try {
			return new TomlParser(64).parse(toml).values();
		}
		catch (TomlException ex) {
			throw new IllegalArgumentException(toml, ex);
		}
	}

}
