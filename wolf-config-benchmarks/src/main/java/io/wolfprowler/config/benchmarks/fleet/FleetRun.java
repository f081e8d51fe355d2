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

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.remote.etcd.EtcdSettings;
import io.wolfprowler.config.remote.etcd.EtcdSource;
import io.wolfprowler.config.spi.SourceContent;

/**
 * Measures how long fleets of several sizes take to follow a cluster of three, and what
 * that costs. Prints a table. With {@code -Dreports=true} the nodes report what they have
 * applied.
 */
public final class FleetRun {

	private static final int WARM_UP = 10;

	private static final int WRITES = 30;

	// Whoever does not have the last write after that has missed it.
	private static final long SETTLE = 10_000;

	private static final String PADDING = "#".repeat(4000);

	private FleetRun() {
	}

	/**
	 * Measures.
	 * @param args the numbers of nodes
	 */
	public static void main(String[] args) throws Exception {
		System.out.println("| nodes | p50 ms | p99 ms | longest ms | skipped | behind at the end | ms between writes |"
				+ " CPU s a write, etcd | CPU s a write, nodes | MB a member | MB a node | connections |");
		System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
		for (String count : args) {
			measure(Integer.parseInt(count));
		}
	}

	private static void measure(int count) throws Exception {
		try (EtcdMembers etcd = new EtcdMembers(Files.createTempDirectory("fleet"));
				EtcdSource writer = new EtcdSource(EtcdSettings.of(etcd.endpoints()), WatchThread.shared())) {
			writeFirst(writer);
			try (NodeProcesses nodes = new NodeProcesses(count, etcd.endpoints())) {
				measure(count, etcd, writer, nodes);
			}
		}
	}

	private static void measure(int count, EtcdMembers etcd, EtcdSource writer, NodeProcesses nodes) throws Exception {
		long pause = pause(count);
		write(writer, WARM_UP, pause);
		Consumption etcdBefore = Consumption.of(etcd.processes());
		Consumption nodesBefore = Consumption.of(nodes.processes());
		List<Long> written = write(writer, WRITES, pause);
		Consumption etcdAfter = Consumption.of(etcd.processes());
		Consumption nodesAfter = Consumption.of(nodes.processes());
		long connections = connections(etcd.endpoints());
		Thread.sleep(SETTLE);
		Latencies latencies = Latencies.of(nodes.lines(), written, count);
		System.out.printf(Locale.ROOT,
				"| %,d | %.0f | %.0f | %.0f | %d | %d | %d | %.2f | %.2f | %.0f | %.2f | %,d |%n", count,
				latencies.percentile(50), latencies.percentile(99), latencies.percentile(100), latencies.skipped(),
				latencies.behind(), pause, (etcdAfter.cpuSeconds() - etcdBefore.cpuSeconds()) / WRITES,
				(nodesAfter.cpuSeconds() - nodesBefore.cpuSeconds()) / WRITES,
				etcdAfter.megabytes() / etcd.processes().size(), nodesAfter.megabytes() / count, connections);
	}

	// Writes come at a pace that does not depend on how fast they are followed, and that
	// leaves the machine, which has to do the work of all nodes, the time for it.
	private static long pause(int count) {
		return Math.max(500, (Boolean.getBoolean("reports") ? 8 : 4) * count);
	}

	// A cluster that has just been started has no leader yet.
	private static void writeFirst(EtcdSource writer) throws Exception {
		for (int left = 100;; left--) {
			try {
				writer.write(text(System.nanoTime()), SourceContent.ABSENT);
				return;
			}
			catch (IOException ex) {
				if (left == 0) {
					throw ex;
				}
				Thread.sleep(100);
			}
		}
	}

	private static List<Long> write(EtcdSource writer, int times, long pause) throws Exception {
		List<Long> written = new ArrayList<>();
		String revision = writer.read().revision();
		for (int i = 0; i < times; i++) {
			written.add(System.nanoTime());
			revision = writer.write(text(written.get(i)), revision).revision();
			Thread.sleep(pause);
		}
		return written;
	}

	private static byte[] text(long writtenAt) {
		return ("written_at = " + writtenAt + "\npadding = \"" + PADDING + "\"\n").getBytes(StandardCharsets.UTF_8);
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
