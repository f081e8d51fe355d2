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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.Footprint;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a manager keeps in memory for large files, beside a flat map of the same values
 * and the text.
 */
class RetainedMemoryTests {

	private static final int KEYS_OF_A_SERVER = 10;

	private final List<ConfigManager<?>> managers = new ArrayList<>();

	private final List<Object> kept = new ArrayList<>();

	@AfterEach
	void close() {
		this.managers.forEach(ConfigManager::close);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10_000, 100_000 })
	void managerKeepsAtMostHalfAsMuchAgainAsAFlatMapAndTheText(int keys) throws TomlException {
		String text = text(keys / KEYS_OF_A_SERVER, 1);
		manager(text(1, 1));
		flat(text(1, 1));

		long flat = retained(1, (i) -> flat(text(keys / KEYS_OF_A_SERVER, 1)));
		long ours = retained(1, (i) -> manager(text(keys / KEYS_OF_A_SERVER, 1)));

		System.out.printf("Retained for %,d keys: flat map and text %,d KB, manager %,d KB, %.2f of it%n", keys,
				flat / 1024, ours / 1024, (double) ours / flat);
		assertThat(ours).isLessThanOrEqualTo(flat * 3 / 2);
		assertThat(text).isNotEmpty();
	}

	@Test
	void eachVersionKeepsWhatHasChangedInIt() {
		StubSource source = new StubSource(text(10_000, 1));
		ConfigManager<Cluster> manager = manager(source);
		source.put(text(10_000, 2));
		manager.reload();

		long ofTen = retained(10, (i) -> {
			source.put(text(10_000, 3 + i));
			return manager.reload().outcome();
		});

		System.out.printf("Retained for a version of 100,000 keys with one changed: %,d KB%n", ofTen / 10 / 1024);
		assertThat(ofTen / 10).isLessThan(500_000);
	}

	@Test
	void managerOfASmallFileKeepsAFewPages() {
		String text = IntStream.range(0, 17)
			.mapToObj((i) -> "k" + i + " = " + i + "\n")
			.collect(Collectors.joining("", "[keys]\n", ""));
		IntFunction<Object> maker = (i) -> {
			ConfigManager<Small> manager = new ManagerBuilder<>(Small.class)
				.source(new StubSource(text), Path.of("config.toml"))
				.build();
			this.managers.add(manager);
			return manager;
		};
		this.kept.add(maker.apply(0));

		long each = retained(100, maker) / 100;

		System.out.printf("Retained for 17 keys: %,d bytes%n", each);
		assertThat(each).isLessThan(32 * 1024);
	}

	private long retained(int count, IntFunction<Object> maker) {
		Footprint before = Footprint.now();
		IntStream.range(0, count).forEach((i) -> this.kept.add(maker.apply(i)));
		return Footprint.now().since(before).heap();
	}

	private ConfigManager<Cluster> manager(String text) {
		return manager(new StubSource(text));
	}

	private ConfigManager<Cluster> manager(StubSource source) {
		ConfigManager<Cluster> manager = new ManagerBuilder<>(Cluster.class).source(source, Path.of("config.toml"))
			.limits((limits) -> limits.maxSize(16 << 20))
			.build();
		this.managers.add(manager);
		return manager;
	}

	private static Object flat(String text) {
		try {
			TomlTree values = new TomlParser(64).parse(text).values();
			Map<String, Object> flat = new HashMap<>();
			values.keys().forEach((key) -> flat.put(key.toString(), copy(values, key)));
			return List.of(flat, text.getBytes(StandardCharsets.UTF_8));
		}
		catch (TomlException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object copy(TomlTree values, KeyPath key) {
		Object value = values.at(key);
		return (value instanceof String text) ? String.copyValueOf(text.toCharArray()) : value;
	}

	private static String text(int servers, int seed) {
		return "seed = " + seed + "\n"
				+ IntStream.range(0, servers).mapToObj(RetainedMemoryTests::server).collect(Collectors.joining());
	}

	private static String server(int i) {
		return """

				# server %1$d
				[server.s%1$d]
				host = "host%1$d.example.org"
				port = %2$d
				enabled = true
				weight = 1.5
				rack = %1$d
				slots = 128
				owner = "team %1$d"
				region = "eu-west-1"
				quota = 10000000000
				note = "a few words about %1$d"
				""".formatted(i, 8000 + i % 1000);
	}

	record Cluster(int seed, Map<String, Server> server) {

	}

	record Small(Map<String, Integer> keys) {

	}

	record Server(String host, int port, boolean enabled, double weight, int rack, int slots, String owner,
			String region, long quota, String note) {

	}

}
