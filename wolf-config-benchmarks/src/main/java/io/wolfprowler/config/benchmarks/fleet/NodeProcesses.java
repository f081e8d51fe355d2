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
package io.wolfprowler.config.benchmarks.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The nodes of a fleet in a few JVMs.
 */
final class NodeProcesses implements AutoCloseable {

	private static final int NODES_IN_ONE = 500;

	private final List<Process> processes = new ArrayList<>();

	private final List<BufferedReader> outputs = new ArrayList<>();

	/** Start them, and return when all of them watch. */
	NodeProcesses(int count, URI[] endpoints) throws IOException {
		for (int left = count; left > 0; left -= NODES_IN_ONE) {
			Process process = start(Math.min(left, NODES_IN_ONE), endpoints);
			this.processes.add(process);
			this.outputs.add(process.inputReader());
		}
		for (BufferedReader output : this.outputs) {
			output.readLine();
		}
	}

	List<Process> processes() {
		return this.processes;
	}

	/** End them, and return the lines that each JVM has told. */
	List<String> lines() throws IOException {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < this.processes.size(); i++) {
			this.processes.get(i).getOutputStream().close();
			this.outputs.get(i).lines().forEach(lines::add);
		}
		return lines;
	}

	@Override
	public void close() {
		this.processes.forEach(Process::destroyForcibly);
	}

	private static Process start(int count, URI[] endpoints) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1500m", "-Xss256k",
						"-Dreports=" + Boolean.getBoolean("reports"), "-cp", System.getProperty("java.class.path"),
						FleetNodes.class.getName(), String.valueOf(count)));
		Stream.of(endpoints).map(URI::toString).forEach(command::add);
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

}
