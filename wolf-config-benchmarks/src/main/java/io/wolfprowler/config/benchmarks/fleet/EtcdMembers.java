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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster of three on this machine.
 */
final class EtcdMembers implements AutoCloseable {

	private static final int SIZE = 3;

	private final List<Process> processes = new ArrayList<>();

	private final List<Integer> ports;

	EtcdMembers(Path directory) throws IOException {
		this.ports = freePorts();
		String all = IntStream.range(0, SIZE)
			.mapToObj((i) -> "m" + i + "=http://127.0.0.1:" + this.ports.get(SIZE + i))
			.collect(Collectors.joining(","));
		for (int i = 0; i < SIZE; i++) {
			String client = "http://127.0.0.1:" + this.ports.get(i);
			String peer = "http://127.0.0.1:" + this.ports.get(SIZE + i);
			this.processes
				.add(new ProcessBuilder("etcd", "--name", "m" + i, "--data-dir", directory.resolve("m" + i).toString(),
						"--listen-client-urls", client, "--advertise-client-urls", client, "--listen-peer-urls", peer,
						"--initial-advertise-peer-urls", peer, "--initial-cluster", all)
					.redirectErrorStream(true)
					.redirectOutput(Files.createTempFile(directory, "etcd", ".log").toFile())
					.start());
		}
	}

	URI[] endpoints() {
		return this.ports.stream()
			.limit(SIZE)
			.map((port) -> URI.create("http://127.0.0.1:" + port))
			.toArray(URI[]::new);
	}

	List<Process> processes() {
		return this.processes;
	}

	@Override
	public void close() {
		this.processes.forEach(Process::destroyForcibly);
	}

	private static List<Integer> freePorts() throws IOException {
		List<ServerSocket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < 2 * SIZE; i++) {
				sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
			}
			return sockets.stream().map(ServerSocket::getLocalPort).toList();
		}
		finally {
			for (ServerSocket socket : sockets) {
				socket.close();
			}
		}
	}

}
