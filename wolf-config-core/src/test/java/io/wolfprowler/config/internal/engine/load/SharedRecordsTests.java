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

package io.wolfprowler.config.internal.engine.load;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a reload of a large text: records of tables that have not changed are the
 * same as before.
 */
class SharedRecordsTests {

	private static final String TEXT = "seed = 1\n\n" + IntStream.range(0, 200)
		.mapToObj((i) -> "[server.s%d]\nhost = \"h%d\"\nport = 80\n\n".formatted(i, i))
		.collect(Collectors.joining());

	private final StubSource source = new StubSource(TEXT);

	private final ConfigManager<Cluster> manager = new ManagerBuilder<>(Cluster.class)
		.source(this.source, Path.of("config.toml"))
		.unknownKeys(UnknownKeys.WARN)
		.build();

	@AfterEach
	void close() {
		this.manager.close();
	}

	@Test
	void onlyTheRecordOfTheChangedTableIsNew() {
		Cluster before = this.manager.getConfig();
		this.source.put(TEXT.replace("\"h7\"\nport = 80", "\"h7\"\nport = 81"));

		ReloadResult result = this.manager.reload();

		Cluster after = this.manager.getConfig();
		assertThat(result.changes()).hasSize(2)
			.hasAtLeastOneElementOfType(ConfigChange.FullReload.class)
			.contains(new ConfigChange.Property("server.s7.port", 80, 81, false));
		assertThat(after.server().get("s7")).isEqualTo(new Server("h7", 81));
		assertThat(after.server().get("s8")).isSameAs(before.server().get("s8"));
		assertThat(after.server().keySet()).containsExactlyElementsOf(before.server().keySet());
	}

	@Test
	void mapOfUnchangedTablesIsTheSame() {
		Cluster before = this.manager.getConfig();
		this.source.put(TEXT.replace("seed = 1", "seed = 2"));

		this.manager.reload();

		assertThat(this.manager.getConfig().seed()).isEqualTo(2);
		assertThat(this.manager.getConfig().server()).isSameAs(before.server());
	}

	@Test
	void tableWithAnUnknownKeyIsReadAgainForItsWarning() {
		this.source.put(TEXT + "[server.odd]\nhost = \"o\"\nport = 1\nprot = 2\n");
		this.manager.reload();
		Server odd = this.manager.getConfig().server().get("odd");
		this.source.put(this.source.text().replace("seed = 1", "seed = 2"));

		this.manager.reload();

		assertThat(this.manager.getConfig().server().get("odd")).isEqualTo(odd).isNotSameAs(odd);
	}

	@Test
	void problemInAnUnchangedTableIsReportedWithEachReload() {
		String bad = TEXT.replace("\"h7\"\nport = 80", "\"h7\"\nport = 'x'");
		this.source.put(bad);
		assertThat(this.manager.reload().outcome()).isEqualTo(Outcome.REJECTED);
		this.source.put(bad.replace("seed = 1", "seed = 2"));

		ReloadResult result = this.manager.reload();

		assertThat(result.problems()).extracting((problem) -> problem.describe("f"))
			.containsExactly("f:33:8: server.s7.port must be an integer, found \"x\"");
	}

	record Cluster(int seed, Map<String, Server> server) {

	}

	record Server(String host, int port) {

	}

}
