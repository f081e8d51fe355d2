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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigType;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.Threads;
import io.wolfprowler.config.internal.history.ApplicationLog;
import io.wolfprowler.config.internal.history.AuditFile;
import io.wolfprowler.config.internal.history.AuditLine;
import io.wolfprowler.config.internal.history.AuditLog;
import io.wolfprowler.config.internal.time.IdleThreads;
import io.wolfprowler.config.spi.ChangeMapper;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that an {@link AuditLog} has a line for whatever becomes of an attempt.
 */
@ExtendWith(OutputCapture.class)
class AuditTests {

	private static final String CANARY = "tweet-tweet-7";

	private static final JsonMapper MAPPER = new JsonMapper();

	private final List<AuditLine> lines = new CopyOnWriteArrayList<>();

	@TempDir
	private Path directory;

	@Test
	void tellsOfEveryOutcomeInOrder() {
		try (GatewayRig rig = rig((builder) -> builder.actor(() -> "alice"))) {
			rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
			rig.manager.reload();
			rig.source.put(GatewayRig.TEXT.replace("8080", "70000"));
			rig.manager.reload();
			rig.source.remove();
			rig.manager.reload();
			rig.manager.updateConfig((config) -> config.withLimit(11));
			assertThatExceptionOfType(ConfigRejectedException.class)
				.isThrownBy(() -> rig.manager.updateConfig((config) -> config.withPort(-1)));
			rig.manager.addParticipant((transition) -> participant(transition.current().config()));
			assertThatExceptionOfType(ConfigRejectedException.class)
				.isThrownBy(() -> rig.manager.updateConfig((config) -> config.withLimit(12)));
			rig.manager.updateConfig((config) -> config.withLimit(13));
			rig.manager.rollback(1);
			rig.settle();
		}

		assertThat(this.lines.stream().map(AuditTests::headline)).containsExactly("1 APPLIED START null 0 0",
				"2 APPLIED RELOAD alice 1 0", "2 REJECTED RELOAD alice 0 1", "2 UNAVAILABLE RELOAD alice 0 1",
				"3 APPLIED UPDATE alice 1 0", "3 REJECTED UPDATE alice 0 1", "3 VETOED UPDATE alice 0 1",
				"4 DEGRADED UPDATE alice 1 1", "5 APPLIED ROLLBACK alice 2 0");
	}

	@Test
	void tellsWhatWasWrongWhereAndWhatChanged() {
		try (GatewayRig rig = rig()) {
			rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
			rig.manager.reload();
			rig.source.put(GatewayRig.TEXT.replace("8080", "70000"));
			rig.manager.reload();
			String digest = rig.manager.getSnapshot().digest();

			assertThat(this.lines.get(1)).hasToString("{\"time\":\"2026-02-03T04:05:06.000Z\",\"manager\":\"wolf\","
					+ "\"version\":2,\"outcome\":\"APPLIED\",\"cause\":\"RELOAD\",\"changes\":[{\"key\":\"port\","
					+ "\"old\":8080,\"new\":9090}],\"problems\":[],\"digest\":\"" + digest + "\"}");
			assertThat(this.lines.get(2).toString())
				.contains("\"changes\":[],\"problems\":[{\"stage\":\"BIND\","
						+ "\"key\":\"port\",\"line\":3,\"column\":8,\"message\":\"port must be between 1 and 65535, "
						+ "found 70000\"}],\"digest\":\"")
				.doesNotContain(digest);
		}
	}

	@Test
	void tellsOfTheSameRefusalOnce() {
		try (GatewayRig rig = rig()) {
			rig.source.put(GatewayRig.TEXT.replace("8080", "70000"));
			rig.manager.enableHotReload();
			rig.signal();
			rig.signal();
		}

		assertThat(this.lines.stream().map(AuditTests::headline)).containsExactly("1 APPLIED START null 0 0",
				"1 REJECTED RELOAD null 0 1");
	}

	@Test
	void tellsWhyItDidNotStartOnTheSource() throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"), "max_peers = 7\n");
		ConfigManager.builder(WolfConfig.class).file(file).startMode(StartMode.LAST_GOOD).build().close();
		Files.writeString(file, "max_peers = 0\n");

		try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
			.file(file)
			.startMode(StartMode.LAST_GOOD)
			.observer(audit("node"))
			.build()) {
			manager.updateConfig((config) -> config.with((c) -> c.maxPeers(8)));
		}

		assertThat(this.lines.stream().map(AuditTests::headline)).containsExactly("1 APPLIED LAST_GOOD null 0 0",
				"1 REJECTED LAST_GOOD null 0 1", "2 APPLIED UPDATE null 1 0");
	}

	@Test
	void namesKeysAsTheFileDoes() throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"), "max_peers = 7\n");

		try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
			.file(file)
			.observer(audit("node"))
			.build()) {
			manager.updateValues(Map.of("web_port", 1, "p2p_port", 2, "node_name", "a", "crypto.cipher_suite",
					"Aes128Gcm", "save_state", false));
		}

		assertThat(json(this.lines.get(1)).at("/changes").toString()).isEqualTo("[{\"key\":\"web_port\",\"old\":8080,"
				+ "\"new\":1},{\"key\":\"p2p_port\",\"old\":0,\"new\":2},{\"key\":\"node_name\",\"old\":\"wolf-node\","
				+ "\"new\":\"a\"},{\"key\":\"save_state\",\"old\":true,\"new\":false},{\"key\":\"crypto.cipher_suite\","
				+ "\"old\":\"ChaCha20Poly1305\",\"new\":\"Aes128Gcm\"}]");
	}

	@Test
	void neverShowsASecret(CapturedOutput output) {
		try (GatewayRig rig = new GatewayRig("password = \"none\"\n" + GatewayRig.TEXT,
				(builder) -> builder.observer(audit("wolf"))
					.observer(new AuditLog("wolf", List.of(new ApplicationLog()))))) {
			rig.manager.updateConfig((config) -> config.withPassword(CANARY));
			rig.manager.updateValues(Map.of("labels.api_key", CANARY, "labels.zone", "x"));
			rig.source.put("password = [\"" + CANARY + "\"]\n");
			rig.manager.reload();
			rig.source.put("password = \"" + CANARY + "\" x\n");
			rig.manager.reload();
			rig.manager.addParticipant((transition) -> {
				throw new ConfigVetoException("cannot use " + transition.current().config().password());
			});
			assertThatExceptionOfType(ConfigRejectedException.class)
				.isThrownBy(() -> rig.manager.updateConfig((config) -> config.withPort(9)));
			rig.settle();
		}

		assertThat(this.lines.toString()).doesNotContain(CANARY)
			.contains("{\"key\":\"password\",\"old\":\"***\",\"new\":\"***\"}")
			.contains("{\"key\":\"labels.api_key\",\"old\":null,\"new\":\"***\"}")
			.contains("{\"key\":\"labels.zone\",\"old\":null,\"new\":\"x\"}")
			.contains("cannot use ***");
		assertThat(this.lines).hasSize(6);
		assertThat(output).containsPattern("INFO .*io\\.wolfprowler\\.config\\.audit ")
			.contains(this.lines.get(1).toString())
			.doesNotContain(CANARY);
	}

	@Test
	void neverShowsASecretThatItsTypeMapsToAnotherVariant() throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"), "pin = 1\n");

		try (ConfigManager<Mapped> manager = ConfigManager.builder(Mapped.class)
			.file(file)
			.observer(audit("mapped"))
			.build()) {
			manager.updateValues(Map.of("pin", 4711, "size", 2));
		}

		assertThat(this.lines.get(1).toString()).contains("{\"key\":\"pin\",\"old\":\"***\",\"new\":\"***\"}")
			.contains("{\"key\":\"size\",\"old\":0,\"new\":2}");
	}

	@Test
	void delaysNoListenerOnASlowDisk() {
		Gate disk = new Gate();
		Path path = this.directory.resolve("audit.jsonl");
		try (AuditFile file = new AuditFile(path, (task) -> new Threads().start(1, () -> {
			disk.pass();
			task.run();
		}));
				GatewayRig rig = new GatewayRig(GatewayRig.TEXT,
						(builder) -> builder.observer(new AuditLog("wolf", List.of(file))))) {
			disk.awaitSomebody();

			rig.manager.updateConfig((config) -> config.withPort(9090));
			rig.manager.updateConfig((config) -> config.withPort(9091));

			assertThat(rig.callback.changes()).containsExactly(GatewayRig.changed("port", 8080, 9090),
					GatewayRig.changed("port", 9090, 9091));
			assertThat(rig.observer.versions()).containsExactly(2L, 3L);
			assertThat(path).doesNotExist();
			disk.open();
		}

		assertThat(path).content().hasLineCount(3);
	}

	@Test
	void keepsTheLinesOfManagersThatShareAFileInTheOrderOfTheirVersions() throws IOException {
		Path path = this.directory.resolve("audit.jsonl");
		try (AuditFile file = new AuditFile(path, IdleThreads.named("audit", null))) {
			new Threads().start(1, () -> update("a", file)).start(1, () -> update("b", file)).join();
		}

		List<JsonNode> all = Files.readAllLines(path).stream().map(MAPPER::readTree).toList();
		for (String name : List.of("a", "b")) {
			List<Long> versions = all.stream()
				.filter((line) -> line.at("/manager").asString().equals(name))
				.map((line) -> line.at("/version").asLong())
				.toList();
			assertThat(versions).hasSize(401).isSorted().doesNotHaveDuplicates();
		}
	}

	private static void update(String name, AuditFile file) {
		try (GatewayRig rig = new GatewayRig(GatewayRig.TEXT,
				(builder) -> builder.name(name).observer(new AuditLog(name, List.of(file))))) {
			new Threads().start(2, () -> {
				for (int i = 0; i < 200; i++) {
					rig.manager.updateConfig((config) -> config.withLimit(config.limit() + 1));
				}
			}).join();
			rig.settle();
		}
	}

	private GatewayRig rig() {
		return rig((builder) -> {
		});
	}

	private GatewayRig rig(Consumer<ManagerBuilder<Gateway>> customizer) {
		return new GatewayRig(GatewayRig.TEXT, (builder) -> customizer.accept(builder.observer(audit("wolf"))));
	}

	private AuditLog audit(String manager) {
		return new AuditLog(manager, List.of(this.lines::add));
	}

	private static Prepared participant(Gateway config) throws ConfigVetoException {
		if (config.limit() == 12) {
			throw new ConfigVetoException("limit", "must not be 12");
		}
		return new Prepared() {

			@Override
			public void commit() {
				if (config.limit() == 13) {
					throw new IllegalStateException("13");
				}
			}

			@Override
			public void rollback() {
			}

		};
	}

	private static String headline(AuditLine line) {
		JsonNode json = json(line);
		return json.at("/version") + " " + json.at("/outcome").asString() + " " + json.at("/cause").asString() + " "
				+ json.at("/actor").asString("null") + " " + json.at("/changes").size() + " "
				+ json.at("/problems").size();
	}

	private static JsonNode json(AuditLine line) {
		return MAPPER.readTree(line.toString());
	}

	@ConfigType(changes = Mapper.class)
	record Mapped(@Secret int pin, @Default("0") int size) {

	}

	static final class Mapper implements ChangeMapper {

		@Override
		public ConfigChange map(ConfigChange.Property change) {
			return new ConfigChange.Application(change.key(), Objects.requireNonNull(change.oldValue()),
					Objects.requireNonNull(change.newValue()));
		}

	}

}
