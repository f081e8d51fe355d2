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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.fixtures.Requires;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a save does in a process that may not write: one without the rights, and one with
 * a limit to the size of its files.
 */
@Tag("faults")
class LimitedSaveTests {

	private static final String TEXT = "# the node\nweb_port = 8080 # of the city\nmax_peers = 50\n";

	private static final String[] FLAGS = { "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1" };

	@TempDir
	private Path directory;

	private Path data;

	private Path file;

	@BeforeEach
	void write() throws IOException {
		this.data = Files.createDirectory(this.directory.resolve("data"));
		this.file = Files.writeString(this.data.resolve("config.toml"), TEXT);
	}

	@Test
	void needsADirectoryThatItMayWriteTo() throws Exception {
		Requires.root();
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxr-xr-x"));
		try (ChildJvm child = start(ChildJvm.of(SaveOnDemand.class, this.file).asNobody());
				BufferedReader answers = child.process().inputReader()) {
			assertThat(save(child, answers)).matches("> Cannot save .*: " + this.file
					+ " can't be replaced: permission denied; a save creates a new file beside the old one, so .+"
					+ " must be allowed to write to " + this.data
					+ "\\. The file is unchanged; fix this and save again\\|9090\\|\\[web_port]");
			assertUntouched(TEXT);

			Mount.succeed("chown", "-R", "65534:65534", this.data.toString());

			assertThat(save(child, answers)).isEqualTo("> saved|9090|[]");
			assertThat(this.file).hasContent(TEXT.replace("8080", "9090"));
		}
	}

	@Test
	void writesNoFileLargerThanItMay() throws Exception {
		String text = TEXT + "# more to say\n".repeat(200);
		Files.writeString(this.file, text);
		try (ChildJvm child = start(ChildJvm.of(SaveOnDemand.class, this.file).through("prlimit", "--fsize=1024:"));
				BufferedReader answers = child.process().inputReader()) {
			assertThat(save(child, answers)).isEqualTo("> Cannot save " + this.file + ": " + this.file
					+ " can't be replaced: File too large. The file is unchanged; fix this and save again|9090|[web_port]");
			assertUntouched(text);

			Mount.succeed("prlimit", "--pid=" + child.process().pid(), "--fsize=65536:");

			assertThat(save(child, answers)).isEqualTo("> saved|9090|[]");
			assertThat(this.file).hasContent(text.replace("8080", "9090"));
		}
	}

	private static ChildJvm start(ChildJvm.Launch launch) throws IOException {
		return launch.flags(FLAGS).output(ProcessBuilder.Redirect.PIPE).start();
	}

	private static String save(ChildJvm child, BufferedReader answers) throws IOException {
		OutputStream demand = child.process().getOutputStream();
		demand.write('.');
		demand.flush();
		String line = answers.readLine();
		while (line != null && !line.startsWith("> ")) {
			line = answers.readLine();
		}
		return line;
	}

	private void assertUntouched(String text) {
		assertThat(this.file).hasContent(text);
		assertThat(this.data.toFile().list()).containsExactly("config.toml");
	}

}
