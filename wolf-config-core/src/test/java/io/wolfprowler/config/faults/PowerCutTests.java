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
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left when the power goes right after a save. The disk is a file, and in that is
 * only what was synced: a copy of it is the disk after a power cut.
 */
@Tag("faults")
class PowerCutTests {

	private static final String TEXT = "# the node\nweb_port = 8080 # of the city\nmax_peers = 50\n";

	@TempDir
	private Path directory;

	private Path data;

	@BeforeEach
	void makeMountPoint() throws IOException {
		this.data = Files.createDirectory(this.directory.resolve("data"));
	}

	@Test
	void leavesWhatWasSaved() throws IOException {
		assertThat(afterAPowerCut(ConfigManager::saveConfig)).isEqualTo(TEXT.replace("8080", "9090"));
	}

	@Test
	void leavesWhatAnInterruptedThreadHasSaved() throws IOException {
		String left = afterAPowerCut((manager) -> {
			Thread.currentThread().interrupt();
			manager.saveConfig();
			assertThat(Thread.interrupted()).isTrue();
		});

		assertThat(left).isEqualTo(TEXT.replace("8080", "9090"));
	}

	@Test
	void takesWhatIsNotSynced() throws IOException {
		String left = afterAPowerCut((manager) -> write("config.toml", TEXT.replace("8080", "9090")));

		assertThat(left).isNotEqualTo(TEXT.replace("8080", "9090"));
	}

	private String afterAPowerCut(Consumer<ConfigManager<WolfConfig>> save) throws IOException {
		Path disk = this.directory.resolve("disk");
		Path left = this.directory.resolve("left");
		try (Mount mount = Mount.ext4(this.data, disk)) {
			write("config.toml", TEXT);
			Mount.succeed("sync", "-f", this.data.toString());
			try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
				.file(this.data.resolve("config.toml"))
				.build()) {
				manager.updateConfig((config) -> config.with((c) -> c.webPort(9090)));
				save.accept(manager);
				Files.copy(disk, left);
			}
		}
		try (Mount mount = Mount.ext4(this.data, left)) {
			return Files.readString(this.data.resolve("config.toml"));
		}
	}

	private void write(String name, String text) {
		try {
			Files.writeString(this.data.resolve(name), text);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
