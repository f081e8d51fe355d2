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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM of its own for one measurement. It tells its results by lines such as
 * {@code median=1.5}.
 */
final class Child {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final Pattern RESULT = Pattern.compile("([a-zA-Z0-9]+)=([-+.0-9EN]+|NaN)");

	private Child() {
	}

	/**
	 * Run a class with the class path of this JVM.
	 * @return its results, as far as it came in time, and in {@code wall} the
	 * milliseconds from its start to the last of them
	 */
	static Map<String, Double> run(Class<?> main, Duration limit, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(JAVA, "-Xmx4g", "-cp", System.getProperty("java.class.path"), main.getName()));
		for (Object argument : arguments) {
			command.add(argument.toString());
		}
		System.out.println("# " + main.getSimpleName() + " " + List.of(arguments));
		return run(command, limit);
	}

	/** Run a class with another class path. */
	static Map<String, Double> run(String main, String classPath, Duration limit, String argument) throws IOException {
		return run(List.of(JAVA, "-Xmx512m", "-cp", classPath, main, argument), limit);
	}

	/** End this process with the calling thread, whatever other threads there are. */
	static void failWithThisThread() {
		Thread.currentThread().setUncaughtExceptionHandler((thread, ex) -> {
			System.err.println("# failed: " + ex);
			System.exit(1);
		});
	}

	/** Tell a result. */
	static void tell(String name, double value) {
		System.out.println(name + "=" + value);
	}

	private static Map<String, Double> run(List<String> command, Duration limit) throws IOException {
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		Future<?> limited = process.onExit()
			.orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
			.whenComplete((exit, late) -> {
				if (late != null) {
					process.destroyForcibly();
				}
			});
		Map<String, Double> results = new TreeMap<>();
		try (BufferedReader output = process.inputReader()) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				if (note(line, results)) {
					results.put("wall", (System.nanoTime() - start) / 1e6);
				}
			}
		}
		finally {
			limited.cancel(false);
			process.destroy();
		}
		return results;
	}

	private static boolean note(String line, Map<String, Double> results) {
		Matcher result = RESULT.matcher(line);
		if (result.matches()) {
			results.put(result.group(1), Double.valueOf(result.group(2)));
		}
		return result.matches();
	}

}
