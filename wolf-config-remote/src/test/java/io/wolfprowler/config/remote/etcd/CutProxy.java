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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.NullMarked;

/**
 * Stands between a client and a server on this machine, and breaks what is between them.
 */
@NullMarked
final class CutProxy implements AutoCloseable {

	private final ServerSocket socket;

	private final int port;

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final List<Socket> dead = new CopyOnWriteArrayList<>();

	private final AtomicInteger answersToCut = new AtomicInteger();

	private volatile boolean refusing;

	private volatile boolean slow;

	CutProxy(int port) {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.port = port;
		daemon(this::accept);
	}

	URI url() {
		return URI.create("http://localhost:" + this.socket.getLocalPort());
	}

	/** Close all connections, and those that come. */
	void cut() {
		this.refusing = true;
		this.open.forEach(CutProxy::close);
		this.open.clear();
	}

	void mend() {
		this.refusing = false;
	}

	/** Pass nothing on any more over the connections that are there, and close none. */
	void blackHole() {
		this.dead.addAll(this.open);
	}

	/** Pass no more than about 200 KB a second on. */
	void slowDown() {
		this.slow = true;
	}

	/** Close the connection instead of the next answers: what was asked for is done. */
	void cutAnswers(int count) {
		this.answersToCut.set(count);
	}

	@Override
	public void close() {
		cut();
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				if (this.refusing) {
					close(client);
					continue;
				}
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.port);
				this.open.add(client);
				this.open.add(server);
				daemon(() -> pass(client, server, false));
				daemon(() -> pass(server, client, true));
			}
			catch (IOException ex) {
				// Closed.
			}
		}
	}

	private void pass(Socket from, Socket to, boolean answers) {
		byte[] buffer = new byte[4096];
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (answers && this.answersToCut.getAndUpdate((count) -> Math.max(0, count - 1)) > 0) {
					break;
				}
				if (this.slow) {
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
				}
				if (!this.dead.contains(from) && !this.dead.contains(to)) {
					out.write(buffer, 0, read);
					out.flush();
				}
			}
		}
		catch (IOException ex) {
			// One of the two has gone.
		}
		close(from);
		close(to);
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "cut-proxy");
		thread.setDaemon(true);
		thread.start();
	}

}
