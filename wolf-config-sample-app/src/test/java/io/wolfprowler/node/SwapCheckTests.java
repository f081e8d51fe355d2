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

package io.wolfprowler.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SwapCheck}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SwapCheckTests {

	private static final String HEADING = "Filename Type Size Used Priority\n";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "Strict, /dev/sda2 partition 1024 0 -2, true", "Strict, '', false",
			"Basic, /dev/sda2 partition 1024 0 -2, false" })
	void warnsOfSwapWhereMemoryIsStrictlyProtected(String protection, String entry, boolean warns,
			CapturedOutput output) throws IOException {
		check(protection, Files.writeString(this.directory.resolve("swaps"), HEADING + entry));

		assertThat(output.toString().contains("memory_protection is Strict: turn swap off")).isEqualTo(warns);
	}

	@Test
	void saysNothingWhereSwapIsNotListed(CapturedOutput output) throws IOException {
		check("Strict", this.directory.resolve("absent"));

		assertThat(output).doesNotContain("swap off");
	}

	private void check(String protection, Path swaps) throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"),
				"[crypto]\nmemory_protection = \"" + protection + "\"\n");
		try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class).file(file).build()) {
			new SwapCheck(manager, swaps);
		}
	}

}
