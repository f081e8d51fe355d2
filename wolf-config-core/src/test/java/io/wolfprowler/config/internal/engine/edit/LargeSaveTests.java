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

package io.wolfprowler.config.internal.engine.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.wolfprowler.config.ConfigManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for saves of a file with 100,000 keys in every spelling TOML has.
 */
class LargeSaveTests {

	private static final String SERVER = """

			# server %1$d
			[server.s%1$d] # of many
			host   = 'h%1$d' # quoted so
			port = 0x1F_90
			enabled=true
			weight = 1.50e0
			tags = [ "a",
			  'b', # two
			]
			limit.soft = 1_000
			limit.hard = 0b1010
			note = \"""\\
			  many words\"""
			since = 2026-11-27 08:00:00Z
			zone = "eu-\\u0077est"
			""";

	private static final String TEXT = "seed = 1\r\n"
			+ IntStream.range(0, 10_000).mapToObj(SERVER::formatted).collect(Collectors.joining());

	@TempDir
	private Path directory;

	@Test
	void saveOfOneKeyChangesOneLine() throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"), TEXT);
		try (ConfigManager<Cluster> manager = ConfigManager.builder(Cluster.class).file(file).build()) {
			manager.updateValues(Map.of("server.s5000.port", 9090));

			manager.saveConfig();
		}

		assertThat(changed(TEXT.lines().toList(), Files.readAllLines(file))).containsExactly("port = 0x2382");
		assertThat(Files.size(file)).isEqualTo(TEXT.length() - "0x1F_90".length() + "0x2382".length());
	}

	@Test
	void saveOfTwoKeysOfARecordChangesTwoLines() throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"), TEXT);
		try (ConfigManager<Cluster> manager = ConfigManager.builder(Cluster.class).file(file).build()) {
			manager.updateConfig((config) -> config.withSeed(2));
			manager.updateValues(Map.of("server.s9999.limit.soft", 2));

			manager.saveConfig();
		}

		assertThat(changed(TEXT.lines().toList(), Files.readAllLines(file))).containsExactly("seed = 2",
				"limit.soft = 2");
	}

	private static List<String> changed(List<String> before, List<String> after) {
		assertThat(after).hasSameSizeAs(before);
		return IntStream.range(0, after.size())
			.filter((i) -> !after.get(i).equals(before.get(i)))
			.mapToObj(after::get)
			.toList();
	}

	record Cluster(int seed, Map<String, Server> server) {

		Cluster withSeed(int value) {
			return new Cluster(value, this.server);
		}

	}

	record Server(String host, int port, boolean enabled, double weight, List<String> tags, Limit limit, String note,
			java.time.Instant since, String zone) {

	}

	record Limit(int soft, int hard) {

	}

}
