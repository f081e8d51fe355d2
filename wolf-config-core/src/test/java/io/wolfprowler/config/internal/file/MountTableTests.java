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

package io.wolfprowler.config.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MountTable}.
 */
class MountTableTests {

	@TempDir
	private Path temp;

	private Path home;

	@BeforeEach
	void open() throws IOException {
		this.home = this.temp.toRealPath();
	}

	@ParameterizedTest
	@CsvSource({ "config.toml, config.toml", "my config.toml, my\\040config.toml", "a\\b.toml, a\\134b.toml" })
	void knowsAFileThatIsMounted(String name, String escaped) throws IOException {
		Path file = Files.writeString(this.home.resolve(name), "port = 1\n");
		Path link = Files.createSymbolicLink(this.home.resolve("link"), file);
		MountTable table = table("637 554 254:0 / " + this.home + "/" + escaped + " rw,relatime - ext4 /dev/vda rw");

		assertThat(table.contains(file)).isTrue();
		assertThat(table.contains(link)).isTrue();
		assertThat(table.mayContain(file)).isTrue();
		assertThat(table.contains(this.home)).isFalse();
		assertThat(table.mayContain(this.home)).isFalse();
	}

	@Test
	void knowsNothingOfWhatIsNotThere() throws IOException {
		Path file = Files.writeString(this.home.resolve("config.toml"), "port = 1\n");

		assertThat(table("garbage").contains(file)).isFalse();
		assertThat(new MountTable(this.home.resolve("nothing")).contains(file)).isFalse();
		assertThat(new MountTable(this.home.resolve("nothing")).mayContain(file)).isTrue();
		assertThat(table("637 554 254:0 / /x rw").contains(this.home.resolve("absent"))).isFalse();
	}

	private MountTable table(String lines) throws IOException {
		return new MountTable(Files.writeString(this.home.resolve("mountinfo"), lines + "\n"));
	}

}
