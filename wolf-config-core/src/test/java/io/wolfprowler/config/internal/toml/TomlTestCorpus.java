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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.TomlVersion;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The files of the toml-test project, where they are: in the directory of the system
 * property {@code toml-test.dir}, or in {@code shared/toml-test/tests} beside the
 * checkout or one of its parents. Tests are skipped without them, but not in CI.
 *
 * @param directory the directory of the lists of files
 */
record TomlTestCorpus(Path directory) {

	private static final String LIST = "files-toml-%s.0";

	static TomlTestCorpus find() {
		Path found = search();
		if (found == null && "true".equals(System.getenv("CI"))) {
			throw new AssertionError("CI needs toml-test; set the system property toml-test.dir to its tests");
		}
		assumeTrue(found != null, "toml-test is not here; set the system property toml-test.dir to its tests");
		return new TomlTestCorpus(found);
	}

	/** Return the names of files of the newest version, relative to the directory. */
	List<String> names(String kind) {
		return names(kind, TomlVersion.V1_1);
	}

	/** Return the names of files, relative to the directory. */
	List<String> names(String kind, TomlVersion version) {
		try (Stream<String> names = Files.lines(this.directory.resolve(LIST.formatted(version)))) {
			List<String> tests = names.filter((name) -> name.startsWith(kind + "/") && name.endsWith(".toml")).toList();
			assertThat(tests).as("%s files of toml-test", kind).hasSizeGreaterThan(200);
			return tests;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return the texts of all files that are UTF-8. */
	List<String> texts() {
		return Stream.of("valid", "invalid")
			.flatMap((kind) -> names(kind).stream())
			.map((name) -> new String(bytes(name), StandardCharsets.UTF_8))
			.filter((text) -> text.indexOf('\uFFFD') < 0)
			.toList();
	}

	byte[] bytes(String name) {
		try {
			return Files.readAllBytes(this.directory.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable Path search() {
		String property = System.getProperty("toml-test.dir");
		if (property != null) {
			return Path.of(property);
		}
		for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
			Path candidate = at.resolve("shared/toml-test/tests");
			if (Files.isRegularFile(candidate.resolve(LIST.formatted(TomlVersion.V1_1)))) {
				return candidate;
			}
		}
		return null;
	}

}
