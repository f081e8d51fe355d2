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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigLoadException;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for placeholders on the way through a manager: when they are resolved, and that
 * they stay in the text.
 */
@ExtendWith(OutputCapture.class)
class PlaceholderTests {

	private static final String TEXT = """
			name = "${NAME:gate}" # of the city
			port = "${PORT}"
			limit = 10
			password = "${DB_PASSWORD}"

			[[peers]]
			host = "${HOST}"

			[[peers]]
			host = "b"
			weight = 2

			[labels]
			color = '${COLOR:red}'
			""";

	private final Map<String, String> names = new HashMap<>(
			Map.of("PORT", "9090", "DB_PASSWORD", "hunter2", "HOST", "a"));

	private final GatewayRig rig = rig(TEXT);

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void bindsWhatTheyStandFor() {
		Gateway config = this.rig.manager.getConfig();

		assertThat(config.name()).isEqualTo("gate");
		assertThat(config.port()).isEqualTo(9090);
		assertThat(config.password()).isEqualTo("hunter2");
		assertThat(config.peers()).containsExactly(new Gateway.Peer("a", 1), new Gateway.Peer("b", 2));
		assertThat(config.labels()).isEqualTo(Map.of("color", "red"));
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void refusesToStartWithoutWhatTheyStandFor() {
		this.names.remove("DB_PASSWORD");
		this.names.put("PORT", "0");

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> rig(TEXT))
			.satisfies((ex) -> assertThat(ex.getProblems()).extracting((problem) -> problem.describe("config.toml"))
				.containsExactly("config.toml:2:8: port must be between 1 and 65535, found 0",
						"config.toml:4:12: password: nothing sets DB_PASSWORD; set it, or give a default:"
								+ " ${DB_PASSWORD:...}"));
	}

	@Test
	void keepsWhatIsInForceWhenAReloadCannotResolveThem() {
		this.rig.source.put(TEXT.replace("${HOST}", "${OTHER}"));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
		assertThat(result.problems()).containsExactly(new Problem(Problem.Stage.BIND, "peers[0].host", 7, 8,
				"peers[0].host: nothing sets OTHER; set it, or give a default: ${OTHER:...}"));
		assertThat(this.rig.manager.getConfig().peers()).hasSize(2);
	}

	@Test
	void doesNotJudgeWhatIsNotResolved() {
		try (GatewayRig judged = rig(TEXT, (builder) -> builder.validator((config) -> config.name().contains("$")
				? List.of(Problem.invalid("name", "must hold no money")) : List.of()))) {
			assertThat(judged.manager.validate("name = \"${NO}\"").problems()).extracting(Problem::message)
				.containsExactly("name: nothing sets NO; set it, or give a default: ${NO:...}");
			assertThat(judged.manager.validate("name = '\\${NO}'").problems()).extracting(Problem::message)
				.containsExactly("name must hold no money");
		}
	}

	@Test
	void staysUnchangedWithTheSameText() {
		this.names.put("PORT", "7070");

		assertThat(this.rig.manager.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
	}

	@Test
	void looksUpAnewWithTheNextText() {
		this.names.put("PORT", "7070");
		this.rig.source.put("# Touched.\n" + TEXT);

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.changes()).containsExactly(GatewayRig.changed("port", 9090, 7070));
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(7070);
	}

	@Test
	void anUpdateChangesWhatItSetsAndNothingElse() {
		this.names.put("PORT", "7070");
		this.names.remove("DB_PASSWORD");

		assertThat(this.rig.manager.updateConfig((config) -> config.withLimit(20))).isTrue();
		assertThat(this.rig.manager.updateValues(Map.of("limit", 30))).isTrue();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.getConfig().password()).isEqualTo("hunter2");
	}

	@Test
	void aSaveKeepsThem() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).isEqualTo(TEXT.replace("limit = 10", "limit = 20"));
		assertThat(this.rig.manager.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.rig.manager.getConfig().password()).isEqualTo("hunter2");
	}

	@Test
	void aSaveKeepsThemInTheElementsOfAnArray() {
		this.rig.manager
			.updateConfig((config) -> config.withPeers(List.of(new Gateway.Peer("a", 5), new Gateway.Peer("c", 2))));
		this.rig.manager.updateValues(Map.of("peers[1].weight", 3));

		this.rig.manager.saveConfig();

		assertThat(this.rig.manager.getConfig().peers()).containsExactly(new Gateway.Peer("a", 5),
				new Gateway.Peer("c", 3));
		assertThat(this.rig.source.text()).contains("\"${HOST}\"").contains("\"c\"");
		restarted(this.rig.manager.getConfig());
	}

	@Test
	void aSaveKeepsThemInElementsThatMove() {
		this.rig.manager.updateConfig((config) -> config
			.withPeers(List.of(new Gateway.Peer("new", 1), new Gateway.Peer("a", 1), new Gateway.Peer("b", 2))));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).contains("\"${HOST}\"");
		restarted(this.rig.manager.getConfig());
	}

	@ParameterizedTest
	@CsvSource({ "password, ${DB_PASSWORD}, hunter3", "name, ${NAME:gate}, city" })
	void aSaveWritesAnotherValueOverOne(String key, String placeholder, String value) {
		this.rig.manager.updateValues(Map.of(key, value));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).isEqualTo(TEXT.replace(placeholder, value));
	}

	@Test
	void aSaveWritesAnotherNumberOverOne() {
		this.rig.manager.updateConfig((config) -> config.withPort(7070));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).isEqualTo(TEXT.replace("\"${PORT}\"", "7070"));
	}

	@ParameterizedTest
	@CsvSource({ "password, hunter2", "port, 9090", "peers[0].host, a", "labels.color, red" })
	void anUpdateToWhatOneStandsForLeavesIt(String key, String value) {
		boolean changed = this.rig.manager
			.updateValues(Map.of(key, key.equals("port") ? Integer.valueOf(value) : value, "limit", 20));

		assertThat(changed).isTrue();
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void anUpdateThatIsTakenBackLeavesOne() {
		Gateway before = this.rig.manager.getConfig();
		this.rig.manager.updateConfig((config) -> config.withPassword("x").withPeers(List.of()).withPort(1));
		assertThat(this.rig.manager.status().unsaved()).containsExactlyInAnyOrder("password", "peers", "port");

		this.rig.manager.updateConfig((config) -> before);

		assertThat(this.rig.manager.getConfig()).isEqualTo(before);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
		this.rig.manager.saveConfig();
		assertThat(this.rig.source.text()).isEqualTo(TEXT);
	}

	@Test
	void valuesFromJavaStandForThemselves() {
		this.rig.manager.updateConfig((config) -> config.withName("${DB_PASSWORD}")
			.withPeers(List.of(new Gateway.Peer("${x", 1), new Gateway.Peer("\\${y}", 1))));
		this.rig.manager.updateValues(Map.of("labels.\"${k}\"", "${PORT}"));
		Gateway config = this.rig.manager.getConfig();

		this.rig.manager.saveConfig();

		assertThat(config.name()).isEqualTo("${DB_PASSWORD}");
		assertThat(config.labels()).containsEntry("${k}", "${PORT}");
		assertThat(this.rig.source.text()).contains("name = \"\\\\${DB_PASSWORD}\"");
		restarted(config);
	}

	@Test
	void aRollbackWritesThemBack() {
		this.rig.source.put(TEXT.replace("${DB_PASSWORD}", "plain").replace("10", "11"));
		this.rig.manager.reload();

		this.rig.manager.rollback(1);

		assertThat(this.rig.source.text()).isEqualTo(TEXT);
		assertThat(this.rig.manager.getConfig().password()).isEqualTo("hunter2");
	}

	@Test
	void aRollbackLooksUpAnew() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.names.put("DB_PASSWORD", "hunter3");

		this.rig.manager.rollback(1);

		assertThat(this.rig.manager.getConfig().password()).isEqualTo("hunter3");
		assertThat(this.rig.source.text()).isEqualTo(TEXT);
	}

	@Test
	void aReloadKeepsAnUpdateBesideThem() {
		this.rig.manager.updateConfig((config) -> config.withPassword("x"));
		this.rig.source.put(TEXT.replace("10", "11"));

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().password()).isEqualTo("x");
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(11);
	}

	@Test
	void theFileOverrulesAnUpdateWithOne() {
		this.rig.manager.updateConfig((config) -> config.withName("x"));
		this.rig.source.put(TEXT.replace("${NAME:gate}", "${NAME:door}"));

		this.rig.manager.reload();

		assertThat(this.rig.manager.getConfig().name()).isEqualTo("door");
	}

	@Test
	void whatASecretStandsForIsNeverTold(CapturedOutput output) {
		this.names.put("PORT", "hunter4");
		this.names.put("TOKEN", "hunter5");

		ReloadResult result = this.rig.manager.validate(TEXT.replace("${PORT}", "${TOKEN}"));
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(Map.of("port", "${TOKEN}")));
		this.rig.source.put(TEXT.replace("gate", "door").replace("${DB_PASSWORD}", "${TOKEN}").replace("${PORT}", "1"));
		this.rig.manager.reload();

		assertThat(result.problems()).extracting(Problem::message)
			.containsExactly("port must be an integer, found ***");
		assertThat(output).doesNotContain("hunter");
	}

	private void restarted(Gateway expected) {
		try (GatewayRig next = rig(this.rig.source.text())) {
			assertThat(next.manager.getConfig()).isEqualTo(expected);
		}
	}

	private GatewayRig rig(String text) {
		return rig(text, (builder) -> {
		});
	}

	private GatewayRig rig(String text, Consumer<ManagerBuilder<Gateway>> customizer) {
		return new GatewayRig(text, (builder) -> customizer.accept(builder.placeholders(this.names::get)));
	}

}
