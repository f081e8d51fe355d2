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

package io.wolfprowler.config.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChildJvm}.
 */
@Tag("faults")
class ChildJvmTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	@Test
	void runsAClassOfTheTests() throws Exception {
		assertThat(say(ChildJvm.of(Echo.class, "one", 2).flags("-Dgreeting=hello"))).startsWith("hello one 2 ");
	}

	@Test
	void runsItWithoutAnyRights() throws Exception {
		Requires.root();

		assertThat(say(ChildJvm.of(Echo.class).flags("-Dgreeting=hello").asNobody())).endsWith(" can't read /root");
	}

	@Test
	void killsIt() throws Exception {
		try (ChildJvm child = ChildJvm.of(Sleeper.class).output(ProcessBuilder.Redirect.PIPE).start()) {
			assertThat(child.process().getInputStream().read()).isEqualTo('.');

			child.kill();

			assertThat(child.waitFor(PATIENCE)).isEqualTo(128 + 9);
		}
	}

	private String say(ChildJvm.Launch launch) throws Exception {
		Path said = this.directory.resolve("said.txt");
		try (ChildJvm child = launch.output(ProcessBuilder.Redirect.to(said.toFile())).start()) {
			assertThat(child.waitFor(PATIENCE)).isZero();
		}
		return Files.readString(said);
	}

	/**
	 * Says what it was told.
	 */
	static final class Echo {

		private Echo() {
		}

		public static void main(String[] arguments) {
			String rights = Files.isReadable(Path.of("/root")) ? "can" : "can't";
			System.out.print(
					System.getProperty("greeting") + " " + String.join(" ", arguments) + " " + rights + " read /root");
		}

	}

	/**
	 * Runs until it is killed.
	 */
	static final class Sleeper {

		private Sleeper() {
		}

		public static void main(String[] arguments) throws InterruptedException {
			System.out.print('.');
			System.out.flush();
			TimeUnit.DAYS.sleep(1);
		}

	}

}
