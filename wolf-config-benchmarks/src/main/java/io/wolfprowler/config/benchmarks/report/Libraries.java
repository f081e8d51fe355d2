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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars beside the jar of the benchmarks.
 *
 * @param benchmarks the jar of the benchmarks
 */
record Libraries(Path benchmarks) {

	private static final Pattern VERSION = Pattern.compile("-(\\d[^-]*(-SNAPSHOT)?)\\.jar$");

	/** The jars of this process. */
	static Libraries present() {
		Path first = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
		if (!first.toString().endsWith(".jar")) {
			throw new IllegalStateException("To be run with java -jar, found the class path " + first);
		}
		return new Libraries(first.toAbsolutePath());
	}

	/** Return the version of an artifact, empty when there is none. */
	String version(String artifact) throws IOException {
		return jars().stream()
			.map((jar) -> String.valueOf(jar.getFileName()))
			.filter((name) -> name.matches(Pattern.quote(artifact) + "[-.]\\d.*"))
			.map(VERSION::matcher)
			.filter(Matcher::find)
			.map((version) -> version.group(1))
			.findFirst()
			.orElse("");
	}

	/**
	 * Return a class path of the trivial application and the jars whose names begin so.
	 */
	String trivialApplicationWith(List<String> names) throws IOException {
		Path application = this.benchmarks.resolveSibling("benchmarks-trivial-application.jar");
		Stream<Path> libraries = jars().stream()
			.filter((jar) -> names.stream().anyMatch(String.valueOf(jar.getFileName())::startsWith));
		return Stream.concat(Stream.of(application), libraries)
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private List<Path> jars() throws IOException {
		Path directory = Objects.requireNonNull(this.benchmarks.getParent(), "parent").resolve("lib");
		try (Stream<Path> jars = Files.list(directory)) {
			return jars.filter((jar) -> !jar.toString().endsWith("-tests.jar")).sorted().toList();
		}
	}

}
