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

package io.wolfprowler.config.internal.toml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.code_intelligence.jazzer.Jazzer;
import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.fixtures.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets Jazzer look for texts that are read otherwise than by the parser alone, led by the
 * code they reach: half a minute in every build, longer with {@code -Dfaults.scale=10}.
 * Its agent is in a JVM of its own.
 */
@Tag("faults")
class CoverageFuzzTests {

	private static final int SECONDS = 30;

	/** Longer ones take too much of the time. */
	private static final int LONGEST_SEED = 120;

	@TempDir
	Path directory;

	@Test
	void noTextIsReadOtherwiseThanByTheParserAlone() throws IOException, InterruptedException {
		Path seeds = seeds(TomlTestCorpus.find().texts());
		Path report = this.directory.resolve("report");

		try (ChildJvm jazzer = jazzer(seeds, report)) {
			int exit = jazzer.waitFor(Duration.ofSeconds(120L + 3 * Scale.of(SECONDS)));

			String told = Files.readString(report);
			assertThat(exit).as(told).isZero();
			assertThat(told).containsPattern("Done [1-9][0-9]* runs");
			System.out.println("Jazzer: " + told.substring(told.lastIndexOf("Done ")).strip());
		}
	}

	private ChildJvm jazzer(Path seeds, Path report) throws IOException {
		return ChildJvm.of(Jazzer.class, "--target_class=" + FuzzTarget.class.getName(), "--disabled_hooks=*",
				"--instrumentation_includes=org.tomlj.*:org.tomlj.internal.*:io.wolfprowler.config.internal.toml.**",
				"--custom_hook_includes=io.wolfprowler.config.internal.toml.**", "--reproducer_path=" + this.directory,
				"-artifact_prefix=" + this.directory + "/", "-max_total_time=" + Scale.of(SECONDS), "-max_len=400",
				seeds)
			.flags("-XX:+EnableDynamicAgentLoading", "-ea")
			.output(ProcessBuilder.Redirect.DISCARD)
			.errors(ProcessBuilder.Redirect.to(report.toFile()))
			.start();
	}

	private Path seeds(List<String> texts) throws IOException {
		Path seeds = Files.createDirectory(this.directory.resolve("seeds"));
		List<String> brief = texts.stream().filter((text) -> text.length() < LONGEST_SEED).toList();
		for (int i = 0; i < brief.size(); i++) {
			Files.writeString(seeds.resolve("seed" + i), brief.get(i));
		}
		return seeds;
	}

}
