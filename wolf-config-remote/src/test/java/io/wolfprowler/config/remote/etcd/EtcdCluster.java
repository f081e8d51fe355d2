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
package io.wolfprowler.config.remote.etcd;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.FreePorts;
import io.wolfprowler.config.fixtures.Requires;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members of an etcd cluster on this machine, as processes that can be killed and frozen.
 * Where there is no etcd, tests are skipped, but fail in CI.
 */
@NullMarked
public final class EtcdCluster implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path directory;

	private final List<Member> members = new ArrayList<>();

	private final List<String> options;

	private final String scheme;

	/**
	 * Starts a cluster and waits until it serves.
	 * @param directory where its data is
	 * @param size how many members
	 * @param options of each member; with {@code --cert-file} they speak TLS to clients
	 */
	public EtcdCluster(Path directory, int size, String... options) {
		this.directory = directory;
		this.options = List.of(options);
		this.scheme = this.options.contains("--cert-file") ? "https" : "http";
		List<Integer> ports = freePorts(2 * size);
		for (int i = 0; i < size; i++) {
			this.members.add(new Member("m" + i, ports.get(2 * i), ports.get(2 * i + 1)));
		}
		try {
			this.members.forEach((member) -> member.start("new"));
			if (!this.options.contains("--client-cert-auth")) {
				this.members.forEach(Member::awaitUp);
			}
		}
		catch (RuntimeException | AssertionError ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Where its members are.
	 * @return their addresses
	 */
	public URI[] endpoints() {
		return this.members.stream().map((member) -> member.url(this.scheme)).toArray(URI[]::new);
	}

	Member member(int index) {
		return this.members.get(index);
	}

	/** Return the member that leads, by what the members say themselves. */
	Member leader() {
		for (Member member : this.members) {
			try {
				Map<String, Object> status = member.status();
				Map<String, Object> header = Json.object(status.get("header"));
				if (String.valueOf(status.get("leader")).equals(String.valueOf(header.get("member_id")))) {
					return member;
				}
			}
			catch (IOException ex) {
				// It is down; another one leads.
			}
		}
		throw new AssertionError("nobody leads");
	}

	/** Runs the command of an operator. */
	String ctl(String... command) {
		return ctl(this.members.get(0), command);
	}

	String ctl(Member member, String... command) {
		List<String> all = new ArrayList<>(
				List.of(program("etcdctl"), "--endpoints", member.url(this.scheme).toString()));
		all.addAll(List.of(command));
		ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
		builder.environment().put("ETCDCTL_API", "3");
		try {
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes());
			assertThat(process.waitFor()).as(output).isZero();
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Puts a value as an operator does.
	 * @param key the key
	 * @param value the value
	 */
	public void put(String key, String value) {
		ctl("put", key, value);
	}

	@Override
	public void close() {
		this.members.forEach(Member::kill);
		try (Stream<Path> files = Files.walk(this.directory)) {
			files.sorted(Comparator.reverseOrder())
				.filter((file) -> !file.equals(this.directory))
				.map(Path::toFile)
				.forEach(File::delete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return the path of a program, or skip the test. */
	static String program(String name) {
		String given = System.getProperty(name + ".bin", System.getenv(name.toUpperCase() + "_BIN"));
		String found = Stream
			.concat(Stream.ofNullable(given).map(Path::of),
					Stream.of(System.getenv("PATH").split(File.pathSeparator))
						.map((directory) -> Path.of(directory).resolve(name)))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst()
			.orElse("");
		Requires.that(!found.isEmpty(),
				"etcd: apt-get install -y --no-install-recommends etcd-server etcd-client, or its path in ETCD_BIN");
		return found;
	}

	static List<Integer> freePorts(int count) {
		return Stream.generate(FreePorts::next).limit(count).toList();
	}

	/** One member. */
	final class Member {

		private final String name;

		private final int clientPort;

		private final int peerPort;

		private @Nullable Process process;

		Member(String name, int clientPort, int peerPort) {
			this.name = name;
			this.clientPort = clientPort;
			this.peerPort = peerPort;
		}

		URI url(String scheme) {
			return URI.create(scheme + "://localhost:" + this.clientPort);
		}

		String peerUrl() {
			return "http://127.0.0.1:" + this.peerPort;
		}

		void start(String state) {
			String scheme = EtcdCluster.this.scheme;
			List<String> command = new ArrayList<>(List.of(program("etcd"), "--name", this.name, "--data-dir",
					data().toString(), "--listen-client-urls", scheme + "://127.0.0.1:" + this.clientPort,
					"--advertise-client-urls", scheme + "://localhost:" + this.clientPort, "--listen-peer-urls",
					"http://127.0.0.1:" + this.peerPort, "--initial-advertise-peer-urls",
					"http://127.0.0.1:" + this.peerPort, "--initial-cluster", initialCluster(),
					"--initial-cluster-state", state));
			command.addAll(EtcdCluster.this.options);
			try {
				this.process = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void restart() {
			start("existing");
			awaitUp();
		}

		/** Forget all data, as after the loss of a disk. */
		void wipe() {
			kill();
			try (Stream<Path> files = Files.walk(data())) {
				files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void kill() {
			Process running = this.process;
			if (running != null) {
				signal("CONT");
				running.destroyForcibly();
				await(running);
			}
		}

		void terminate() {
			signal("TERM");
		}

		void freeze() {
			signal("STOP");
		}

		void thaw() {
			signal("CONT");
		}

		void awaitUp() {
			Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreExceptions().until(() -> {
				assertThat(running().isAlive()).as(() -> logText()).isTrue();
				return !String.valueOf(status().getOrDefault("leader", "0")).equals("0");
			});
		}

		Map<String, Object> status() throws IOException {
			if (EtcdCluster.this.scheme.equals("https")) {
				return Map.of("leader", "1");
			}
			try (EtcdClient client = new EtcdClient(EtcdSettings.of(url("http")))) {
				return client.call(url("http"), "/v3/maintenance/status", Map.of(), Duration.ofSeconds(2));
			}
		}

		private Process running() {
			Process running = this.process;
			assertThat(running).isNotNull();
			return running;
		}

		private void signal(String signal) {
			try {
				new ProcessBuilder("kill", "-" + signal, String.valueOf(running().pid())).start().waitFor();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private void await(Process running) {
			try {
				assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private String initialCluster() {
			return IntStream.range(0, EtcdCluster.this.members.size())
				.mapToObj(EtcdCluster.this.members::get)
				.map((member) -> member.name + "=http://127.0.0.1:" + member.peerPort)
				.collect(Collectors.joining(","));
		}

		private Path data() {
			return EtcdCluster.this.directory.resolve(this.name);
		}

		private Path log() {
			return EtcdCluster.this.directory.resolve(this.name + ".log");
		}

		private String logText() {
			try {
				List<String> lines = Files.readAllLines(log());
				return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
			}
			catch (IOException ex) {
				return ex.toString();
			}
		}

	}

}
