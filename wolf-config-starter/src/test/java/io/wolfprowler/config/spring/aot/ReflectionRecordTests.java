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

package io.wolfprowler.config.spring.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.internal.bind.ConfigTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.agent.RuntimeHintsAgent;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.test.agent.RuntimeHintsInvocations;
import org.springframework.aot.test.agent.RuntimeHintsRecorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that the hints cover what is called by reflection while a file is read, changed
 * and written: an agent of Spring listens in a JVM of its own.
 */
class ReflectionRecordTests {

	@TempDir
	Path directory;

	@Test
	void everyReflectiveCallHasItsHint() throws Exception {
		Path file = Files.writeString(this.directory.resolve("fleet.toml"), """
				name = "home"
				[[ships]]
				masts = 3
				power = "STEAM"
				[berths.kiel]
				quay = "http://kiel"
				[flag]
				colour = "blue"
				[escort]
				name = "away"
				""");
		Path agent = Path.of(RuntimeHintsAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());

		Path errors = this.directory.resolve("errors");

		try (ChildJvm child = ChildJvm.of(Voyage.class, file)
			.flags("-javaagent:" + agent + "=+io.wolfprowler")
			.output(ProcessBuilder.Redirect.DISCARD)
			.errors(ProcessBuilder.Redirect.to(errors.toFile()))
			.start()) {
			assertThat(child.waitFor(Duration.ofSeconds(60))).as(() -> readString(errors)).isZero();
		}
	}

	private static String readString(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The life of a file.
	 */
	static final class Voyage {

		private Voyage() {
		}

		/**
		 * Exit with 0 if every call had its hint.
		 * @param args the file
		 */
		public static void main(String[] args) {
			RuntimeHints hints = new RuntimeHints();
			new StarterRuntimeHints().registerHints(hints, Voyage.class.getClassLoader());
			ConfigTypeHints.register(hints, Fleet.class);

			RuntimeHintsInvocations calls = RuntimeHintsRecorder.record(() -> sail(Path.of(args[0])));

			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> assertThat(calls).match(new RuntimeHints()));
			assertThat(calls).match(hints);
		}

		private static void sail(Path file) {
			try (ConfigManager<Fleet> manager = ConfigManager.builder(Fleet.class).file(file).build()) {
				manager.updateValues(Map.of("name", "abroad", "ships[0].masts", 4));
				manager.saveConfig();
				assertThat(manager.getConfig().berths()).hasSize(1);
				assertThat(ConfigTemplate.of(Fleet.class).toToml()).contains("At most 9");
			}
		}

	}

}
