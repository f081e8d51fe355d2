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

package io.wolfprowler.config.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LibrariesTests {

	@TempDir
	private Path directory;

	private Libraries libraries;

	@BeforeEach
	void makeJars() throws IOException {
		this.libraries = new Libraries(this.directory.resolve("benchmarks.jar"));
		Path lib = Files.createDirectory(this.directory.resolve("lib"));
		for (String name : List.of("toml-3.8.3.jar", "tomlj-2.2.0.jar", "jackson-dataformat-toml-2.21.7.jar",
				"jackson-dataformat-toml-3.1.7.jar", "netty-4.2.19.Final.jar",
				"wolf-config-starter-0.1.0-SNAPSHOT.jar")) {
			Files.createFile(lib.resolve(name));
		}
	}

	@Test
	void findsVersions() throws IOException {
		assertThat(this.libraries.version("toml")).isEqualTo("3.8.3");
		assertThat(this.libraries.version("netty")).isEqualTo("4.2.19.Final");
		assertThat(this.libraries.version("wolf-config-starter")).isEqualTo("0.1.0-SNAPSHOT");
		assertThat(this.libraries.version("jackson-dataformat-toml-3")).isEqualTo("3.1.7");
	}

	@Test
	void hasNoVersionOfWhatIsNotThere() throws IOException {
		assertThat(this.libraries.version("owner")).isEmpty();
	}

	@Test
	void choosesJarsForTheTrivialApplication() throws IOException {
		String lib = this.directory.resolve("lib").toString();

		assertThat(this.libraries.trivialApplicationWith(List.of("tomlj-", "netty-")).split(java.io.File.pathSeparator))
			.containsExactly(this.directory.resolve("benchmarks-trivial-application.jar").toString(),
					lib + "/netty-4.2.19.Final.jar", lib + "/tomlj-2.2.0.jar");
	}

}
