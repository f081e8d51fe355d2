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

package io.wolfprowler.config.spring.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients of several kinds, which send requests until they are stopped. They are told
 * where the server is to be found, and retry nothing.
 */
final class ClientCrowd implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final AtomicInteger late = new AtomicInteger();

	private final Duration overlap;

	private final IntSupplier port;

	private volatile boolean stopped;

	/**
	 * Create a crowd.
	 * @param port tells where the server is to be found
	 * @param overlap how long it may be found at a port after that tells another one
	 */
	ClientCrowd(IntSupplier port, Duration overlap) {
		this.port = port;
		this.overlap = overlap;
	}

	/** Add clients that use a connection as long as the server does. */
	ClientCrowd stay(String name, int count, String path, Duration pause) {
		return add(name, count, () -> {
			try (RawClient client = arrive(name, path)) {
				while (client != null && !client.isDismissed() && !this.stopped) {
					LockSupport.parkNanos(pause.toNanos());
					client.get(path);
					count(name);
				}
			}
			return null;
		});
	}

	/** Add clients that make a connection for each request. */
	ClientCrowd come(String name, int count, String path) {
		return add(name, count, () -> {
			RawClient client = arrive(name, path);
			if (client != null) {
				client.close();
			}
			return null;
		});
	}

	/** Add clients that speak HTTP/2. */
	ClientCrowd curl(String name, int count, String path) {
		return add(name, count, () -> {
			long asked = System.nanoTime();
			Process curl = new ProcessBuilder("curl", "--http2-prior-knowledge", "-sS", "-o", "/dev/null", "-w",
					"HTTP/%{http_version} %{http_code}", "http://localhost:" + this.port.getAsInt() + path)
				.redirectErrorStream(true)
				.start();
			String output = new String(curl.getInputStream().readAllBytes());
			boolean refused = curl.waitFor() == 7;
			if (output.equals("HTTP/2 200")) {
				count(name);
			}
			else if (!refused || !isLate(asked)) {
				throw new IOException(output);
			}
			return null;
		});
	}

	/** Stop, and return what the clients have seen. */
	String stop() {
		this.stopped = true;
		this.threads.shutdown();
		try {
			assertThat(this.threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		assertThat(this.failures).as("failures beside %s", this.answered).isEmpty();
		return this.answered + " answered, 0 failed, " + this.late + " came later than the overlap";
	}

	int answered(String name) {
		return this.answered.getOrDefault(name, new AtomicInteger()).get();
	}

	@Override
	public void close() {
		this.stopped = true;
		this.threads.shutdownNow();
	}

	private ClientCrowd add(String name, int count, Callable<Void> client) {
		for (int i = 0; i < count; i++) {
			this.threads.execute(() -> {
				while (!this.stopped) {
					try {
						client.call();
					}
					catch (Exception ex) {
						this.failures.add(name + ": " + ex);
					}
				}
			});
		}
		return this;
	}

	private void count(String name) {
		this.answered.computeIfAbsent(name, (key) -> new AtomicInteger()).incrementAndGet();
	}

	/** Send the first request on a new connection, {@code null} if that was too late. */
	private RawClient arrive(String name, String path) throws IOException {
		long asked = System.nanoTime();
		RawClient client = null;
		boolean sent = false;
		try {
			client = new RawClient(this.port.getAsInt());
			client.send(path);
			sent = !isOver(asked);
			client.receive();
			count(name);
			return client;
		}
		catch (IOException ex) {
			if (client != null) {
				client.close();
			}
			if (sent || !isLate(asked)) {
				throw ex;
			}
			return null;
		}
	}

	// A thread may not get a processor between being told of a port and knocking there.
	private boolean isOver(long asked) {
		return System.nanoTime() - asked > this.overlap.toNanos();
	}

	private boolean isLate(long asked) {
		boolean isLate = isOver(asked);
		if (isLate) {
			this.late.incrementAndGet();
		}
		return isLate;
	}

}
