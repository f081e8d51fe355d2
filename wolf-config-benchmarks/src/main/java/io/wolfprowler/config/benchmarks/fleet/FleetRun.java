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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.wolfprowler.config.SourceContent;
import io.wolfprowler.config.etcd.EtcdSettings;
import io.wolfprowler.config.etcd.EtcdSource;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long fleets of several sizes take to follow a cluster of three, and what
 * that costs. Prints a table.
 */
public final class FleetRun {

	// Writes come at a pace that does not depend on how fast they are followed.
	private static final int WARM_UP = 20;

	private static final int WRITES = 40;

	private static final int NODES_IN_ONE = 500;

	private static final String PADDING = "#".repeat(4000);

	private FleetRun() {
	}

	/**
	 * Measures.
	 * @param args the numbers of nodes
	 */
	public static void main(String[] args) throws Exception {
		System.out.println("| nodes | p50 ms | p99 ms | longest ms | missed | ms between writes | CPU s a write, etcd |"
				+ " CPU s a write, nodes | MB a member | MB a node | connections |");
		System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
		for (String count : args) {
			measure(Integer.parseInt(count));
		}
	}

	private static void measure(int count) throws Exception {
		Path directory = Files.createTempDirectory("fleet");
		List<Process> children = new ArrayList<>();
		try (EtcdMembers etcd = new EtcdMembers(directory)) {
			try (EtcdSource writer = new EtcdSource(EtcdSettings.of(etcd.endpoints()))) {
				write(writer, null);
				List<BufferedReader> outputs = new ArrayList<>();
				for (int left = count; left > 0; left -= NODES_IN_ONE) {
					Process child = start(Math.min(left, NODES_IN_ONE), etcd.endpoints());
					children.add(child);
					outputs.add(child.inputReader());
				}
				for (BufferedReader output : outputs) {
					output.readLine();
				}
				long pause = Math.max(500, count);
				SourceContent last = writer.read();
				for (int i = 0; i < WARM_UP; i++) {
					last = write(writer, last);
					Thread.sleep(pause);
				}
				long began = System.nanoTime();
				double etcdBefore = cpuSeconds(etcd.processes());
				double nodesBefore = cpuSeconds(children);
				for (int i = 0; i < WRITES; i++) {
					last = write(writer, last);
					Thread.sleep(pause);
				}
				// The last of them have to arrive; whoever has not by then has missed it.
				Thread.sleep(5000);
				double etcdCpu = (cpuSeconds(etcd.processes()) - etcdBefore) / WRITES;
				double nodesCpu = (cpuSeconds(children) - nodesBefore) / WRITES;
				double etcdMemory = megabytes(etcd.processes()) / etcd.processes().size();
				double nodeMemory = megabytes(children) / count;
				long connections = connections(etcd.endpoints());
				Latencies latencies = Latencies.of(outputs, children, began, (long) count * WRITES);
				System.out.printf(Locale.ROOT,
						"| %,d | %.0f | %.0f | %.0f | %d | %d | %.2f | %.2f | %.0f | %.2f | %,d |%n", count,
						latencies.percentile(50), latencies.percentile(99), latencies.percentile(100),
						latencies.missed(), pause, etcdCpu, nodesCpu, etcdMemory, nodeMemory, connections);
			}
		}
		finally {
			children.forEach(Process::destroyForcibly);
		}
	}

	private static Process start(int count, URI[] endpoints) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1500m", "-Xss256k", "-cp",
				System.getProperty("java.class.path"), FleetNodes.class.getName(), String.valueOf(count)));
		Stream.of(endpoints).map(URI::toString).forEach(command::add);
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	private static SourceContent write(EtcdSource writer, @Nullable SourceContent last) throws Exception {
		for (int attempt = 0;; attempt++) {
			try {
				String text = "written_at = " + System.nanoTime() + "\npadding = \"" + PADDING + "\"\n";
				return writer.write(text.getBytes(StandardCharsets.UTF_8),
						(last != null) ? last.revision() : SourceContent.ABSENT);
			}
			catch (IOException ex) {
				if (last != null || attempt == 100) {
					throw ex;
				}
				Thread.sleep(100);
			}
		}
	}

	private static double cpuSeconds(Collection<Process> processes) {
		return processes.stream()
			.mapToDouble((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
			.sum();
	}

	private static double megabytes(Collection<Process> processes) throws IOException {
		double sum = 0;
		for (Process process : processes) {
			String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
			sum += Double.parseDouble(status.replaceAll("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1")) / 1024;
		}
		return sum;
	}

	private static long connections(URI[] endpoints) throws IOException {
		List<String> ports = Stream.of(endpoints)
			.map((endpoint) -> String.format(Locale.ROOT, ":%04X", endpoint.getPort()))
			.toList();
		try (Stream<String> lines = Files.lines(Path.of("/proc/net/tcp"))) {
			// The server's side of those that are established.
			return lines.map((line) -> line.strip().split("\\s+"))
				.filter((fields) -> fields.length > 3 && fields[3].equals("01"))
				.filter((fields) -> ports.stream().anyMatch(fields[1]::endsWith))
				.count();
		}
	}

}
