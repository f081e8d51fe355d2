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
import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigEntry;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.StaleConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the values in force one by one, and for those that a text sets.
 */
class ActiveEntriesTests {

	private static final String TEXT = """
			# the gate
			port = 8080
			password = "hunter2"

			[labels]
			zone = "eu"
			"db.password" = "swordfish"

			[[peers]]
			host = "one"
			""";

	private final GatewayRig rig = new GatewayRig(TEXT);

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void sayWhereEachValueComesFrom() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));

		assertThat(origins()).containsEntry("port", "config.toml:2:8")
			.containsEntry("name", "default")
			.containsEntry("limit", "update")
			.containsEntry("labels.zone", "config.toml:6:8")
			.containsEntry("peers[0].host", "config.toml:10:8");
	}

	@Test
	void knowTheSecretsByTheirKeys() {
		assertThat(this.rig.manager.inspect().entries()).filteredOn(ConfigEntry::secret)
			.extracting(ConfigEntry::key)
			.containsExactly("password", "labels.\"db.password\"");
		assertThat(this.rig.manager.inspect().entries().toString()).doesNotContain("hunter2", "swordfish");
	}

	@Test
	void followTheTextWhenOnlyItsLayoutChanges() {
		this.rig.source.put("\n\n" + TEXT);

		this.rig.manager.reload();

		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1);
		assertThat(origins()).containsEntry("port", "config.toml:4:8");
	}

	@Test
	void areReadFromATextAsUpdatesAreGiven() {
		Map<String, Object> values = this.rig.manager.inspect().parseValues("""
				port = 9090
				labels.zone = "us"
				peers = [{ host = "two" }, { host = "three" }]
				""");

		assertThat(values).containsExactly(Map.entry("port", 9090L), Map.entry("labels.zone", "us"),
				Map.entry("peers", List.of(Map.of("host", "two"), Map.of("host", "three"))));
		assertThat(this.rig.manager.updateValues(1, values)).isTrue();
		assertThat(this.rig.manager.getConfig().peers()).hasSize(2);
	}

	@Test
	void areNotReadFromATextThatIsNotToml() {
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.inspect().parseValues("port = 1\nport = 2\nname ="))
			.satisfies((ex) -> assertThat(ex.getProblems()).extracting("line").containsExactly(2, 3));
	}

	@Test
	void areSetOnlyOnTheVersionThatTheCallerHasSeen() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));

		assertThatExceptionOfType(StaleConfigException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(1, Map.of("port", 1)));
		assertThat(this.rig.manager.updateValues(2, Map.of("port", 1))).isTrue();
	}

	@Test
	void areRolledBackOnlyOnTheVersionThatTheCallerHasSeen() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));

		assertThatExceptionOfType(StaleConfigException.class).isThrownBy(() -> this.rig.manager.rollback(1, 1));
		assertThat(this.rig.manager.rollback(2, 1).outcome()).isEqualTo(Outcome.APPLIED);
	}

	private Map<String, String> origins() {
		return this.rig.manager.inspect()
			.entries()
			.stream()
			.collect(Collectors.toMap(ConfigEntry::key, (entry) -> entry.origin().toString()));
	}

}
