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
import java.util.List;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.fixtures.Mount;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a save does on a disk that does not take it: on real file systems, small ones that
 * are mounted for the test.
 */
@Tag("faults")
class DiskFaultTests {

	private static final String TEXT = "# the node\nweb_port = 8080 # of the city\nmax_peers = 50\n";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void leaveEverythingAsItWasUntilTheyAreMended(DiskFault fault) throws IOException {
		Path data = Files.createDirectory(this.directory.resolve("data"));
		try (Mount mount = fault.mount(data)) {
			Path real = Files.writeString(data.resolve("real.toml"), TEXT);
			Path link = Files.createSymbolicLink(this.directory.resolve("config.toml"), real);
			try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class).file(link).build()) {
				manager.updateConfig((config) -> config.with((c) -> c.webPort(9090)));
				fault.strike(mount, data);

				assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(manager::saveConfig)
					.withMessage("Cannot save " + link + ": " + real + " can't be replaced: " + fault.cause()
							+ ". The file is unchanged; fix this and save again");
				assertThat(real).hasContent(TEXT);
				assertThat(names(data)).noneMatch((name) -> name.startsWith("."));
				assertThat(manager.getConfig().webPort()).isEqualTo(9090);
				assertThat(manager.status().unsaved()).containsExactly("web_port");

				fault.mend(mount, data);
				manager.saveConfig();

				assertThat(real).hasContent(TEXT.replace("8080", "9090"));
				assertThat(names(data)).noneMatch((name) -> name.startsWith("."));
				assertThat(manager.status().unsaved()).isEmpty();
			}
		}
	}

	private static List<String> names(Path directory) {
		return List.of(directory.toFile().list());
	}

}
