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

package io.wolfprowler.config.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.Scale;
import io.wolfprowler.config.internal.history.AuditFile;
import io.wolfprowler.config.internal.history.AuditLog;
import io.wolfprowler.config.wolf.WolfConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of an audit log on a disk that does not take it, and when the process is
 * killed.
 */
@Tag("faults")
@ExtendWith(OutputCapture.class)
class AuditFaultTests {

	private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

	private static final int NAME = 1500;

	private static final JsonMapper MAPPER = new JsonMapper();

	@TempDir
	private Path directory;

	// The file has the name of the one that the faults strike. One that was rotated away
	// must be created again.
	@ParameterizedTest
	@CsvSource({ "FULL, false", "FULL, true", "OUT_OF_INODES, true", "READ_ONLY, false", "READ_ONLY, true",
			"IMMUTABLE, false" })
	void losesLinesButNoChangeAndTellsHowMany(DiskFault fault, boolean rotated, CapturedOutput output)
			throws IOException {
		Path data = Files.createDirectory(this.directory.resolve("data"));
		Path config = Files.writeString(this.directory.resolve("config.toml"), "web_port = 8080\n");
		try (Mount mount = fault.mount(data)) {
			Path path = data.resolve("real.toml");
			AuditFile audit = new AuditFile(path, Runnable::run);
			try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
				.file(config)
				.observer(new AuditLog("node", List.of(audit)))
				.build()) {
				rename(manager, 4);
				if (rotated) {
					Files.move(path, rotated(path));
				}
				fault.strike(mount, data);
				rename(manager, 10);
				fault.mend(mount, data);
				rename(manager, 1);

				assertThat(manager.getSnapshot().version()).isEqualTo(16);
			}

			List<JsonNode> lines = new ArrayList<>();
			for (String line : linesOf(path)) {
				lines.add(MAPPER.readTree(line));
			}
			int lost = lines.get(lines.size() - 1).at("/lost").asInt(0);
			assertThat(lost).isPositive();
			assertThat(lines).hasSize(16 - lost);
			assertThat(lines.stream().map((line) -> line.at("/version").asInt())).isSorted()
				.startsWith(1, 2, 3, 4, 5)
				.endsWith(16);
			assertThat(output).containsOnlyOnce("Cannot write the audit log " + path)
				.contains(fault.cause())
				.containsOnlyOnce("The audit log " + path + " is written again");
		}
	}

	@Test
	void keepsAllLinesOfAFileThatMayOnlyBeAppendedTo() throws IOException {
		Path data = Files.createDirectory(this.directory.resolve("data"));
		Path config = Files.writeString(this.directory.resolve("config.toml"), "web_port = 8080\n");
		Path path = data.resolve("audit.jsonl");
		try (Mount mount = Mount.tmpfs(data, "size=1m");
				ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
					.file(config)
					.observer(new AuditLog("node", List.of(new AuditFile(path, Runnable::run))))
					.build()) {
			rename(manager, 4);
			Mount.succeed("chattr", "+a", path.toString());
			rename(manager, 8);
			Mount.succeed("chattr", "-a", path.toString());
			rename(manager, 1);

			List<String> lines = linesOf(path);
			assertThat(lines).hasSize(14).noneMatch((line) -> line.contains("\"lost\""));
		}
	}

	@Test
	void hasWholeLinesInOrderAfterEveryKill() throws IOException {
		Path config = Files.writeString(this.directory.resolve("config.toml"), "web_port = 8080\n");
		Path path = this.directory.resolve("audit.jsonl");
		Random random = new Random(SEED);
		int kills = Scale.of(3);

		for (int kill = 0; kill < kills; kill++) {
			int before = linesOf(path).size();
			try (ChildJvm child = ChildJvm.of(AuditedNode.class, config, path)
				.flags("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
						"-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog")
				.output(ProcessBuilder.Redirect.DISCARD)
				.errors(ProcessBuilder.Redirect.DISCARD)
				.start()) {
				int enough = before + 20 + random.nextInt(100);
				Awaitility.await()
					.atMost(Duration.ofMinutes(1))
					.pollInterval(Duration.ofMillis(5))
					.until(() -> linesOf(path).size() > enough);
				child.kill();
			}
		}

		check(linesOf(path), kills);
	}

	// A line that does not parse is the last one of a process.
	private static void check(List<String> lines, int processes) {
		int starts = 0;
		long version = 0;
		boolean torn = false;
		for (String line : lines) {
			try {
				JsonNode json = MAPPER.readTree(line);
				boolean start = json.at("/cause").asString().equals("START");
				assertThat(start || !torn).isTrue();
				starts += start ? 1 : 0;
				if (!start) {
					assertThat(json.at("/version").asLong()).isEqualTo(version + 1);
				}
				version = json.at("/version").asLong();
				torn = false;
			}
			catch (JacksonException ex) {
				assertThat(torn).isFalse();
				torn = true;
			}
		}
		assertThat(starts).isEqualTo(processes);
		System.out.printf("Killed audit logs: %d kills, %d lines, seed %d%n", processes, lines.size(), SEED);
	}

	private static void rename(ConfigManager<WolfConfig> manager, int times) {
		for (int i = 0; i < times; i++) {
			String name = String.valueOf(manager.getSnapshot().version() % 10).repeat(NAME);
			assertThat(manager.updateConfig((config) -> config.with((c) -> c.nodeName(name)))).isTrue();
		}
	}

	/** The lines of both files, the oldest first. */
	private static List<String> linesOf(Path path) throws IOException {
		List<String> lines = new ArrayList<>();
		for (Path each : List.of(rotated(path), path)) {
			if (Files.exists(each)) {
				lines.addAll(Files.readAllLines(each));
			}
		}
		return lines;
	}

	private static Path rotated(Path path) {
		return path.resolveSibling(path.getFileName() + ".1");
	}

}
