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
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * What everything was measured on.
 */
final class Machine {

	private Machine() {
	}

	/** Describe the JDK and the machine. */
	static String describe() throws IOException {
		return "%s %s (%s); %d cores, %s; %d GiB; %s %s, %s".formatted(System.getProperty("java.vm.name"),
				System.getProperty("java.vm.version"), System.getProperty("java.vendor"),
				Runtime.getRuntime().availableProcessors(), processor(), bean().getTotalMemorySize() >> 30,
				System.getProperty("os.name"), System.getProperty("os.version"),
				Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).type());
	}

	/** The mean number of threads that wanted to run in the last minute. */
	static String load() {
		return String.format(Locale.ROOT, "%.1f", bean().getSystemLoadAverage());
	}

	/** The commit that is checked out in the working directory. */
	static String commit() {
		try {
			Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")
				.start();
			String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return commit.isEmpty() ? "unknown" : commit;
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private static String processor() throws IOException {
		Path file = Path.of("/proc/cpuinfo");
		if (!Files.exists(file)) {
			return System.getProperty("os.arch");
		}
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		}
	}

	private static OperatingSystemMXBean bean() {
		return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
	}

}
