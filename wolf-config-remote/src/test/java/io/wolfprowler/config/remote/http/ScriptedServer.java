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
package io.wolfprowler.config.remote.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ServerSocketFactory;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that answers what a test tells it to, byte by byte. It takes
 * one connection for each request.
 */
@NullMarked
final class ScriptedServer implements AutoCloseable {

	private final ServerSocket socket;

	private final String scheme;

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final AtomicLong sent = new AtomicLong();

	private volatile Script always = text("limit = 1\n");

	ScriptedServer() {
		this(ServerSocketFactory.getDefault(), "http");
	}

	ScriptedServer(ServerSocketFactory sockets, String scheme) {
		try {
			this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.scheme = scheme;
		Thread thread = new Thread(this::accept, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	URI url() {
		return URI.create(this.scheme + "://localhost:" + this.socket.getLocalPort() + "/config.toml");
	}

	/** Answer every request in this way that has no answer of its own. */
	void answer(Script script) {
		this.always = script;
	}

	/** Answer the next request that has no answer yet in this way. */
	void answerOnce(Script script) {
		this.scripts.add(script);
	}

	List<Request> requests() {
		return this.requests;
	}

	Request lastRequest() {
		return this.requests.get(this.requests.size() - 1);
	}

	/** Return how many bytes of bodies were taken from the server. */
	long sent() {
		return this.sent.get();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Script text(String body, String... headers) {
		return status(200, body, headers);
	}

	static Script status(int status, String body, String... headers) {
		return raw("HTTP/1.1 " + status + " Scripted\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
				+ "\r\n" + lines(headers) + "\r\n" + body);
	}

	static Script raw(String answer) {
		return (out, server) -> out.write(answer.getBytes(StandardCharsets.UTF_8));
	}

	/** Send a body without end, until nobody takes it any more. */
	static Script endless(String... headers) {
		return (out, server) -> {
			out.write(("HTTP/1.1 200 OK\r\n" + lines(headers) + "\r\n").getBytes(StandardCharsets.UTF_8));
			byte[] chunk = "#".repeat(65_536).getBytes(StandardCharsets.UTF_8);
			while (true) {
				out.write(chunk);
				server.sent.addAndGet(chunk.length);
			}
		};
	}

	/** Send a beginning, and nothing more for as long as the connection lasts. */
	static Script stalled(String beginning) {
		return (out, server) -> {
			out.write(beginning.getBytes(StandardCharsets.UTF_8));
			out.flush();
			server.stall();
		};
	}

	/** Send one byte of the rest after the other, for ever. */
	static Script dribbled(String beginning) {
		return (out, server) -> {
			out.write(beginning.getBytes(StandardCharsets.UTF_8));
			while (true) {
				out.write('#');
				out.flush();
				server.pause();
			}
		};
	}

	private static String lines(String... headers) {
		StringBuilder lines = new StringBuilder();
		for (String header : headers) {
			lines.append(header).append("\r\n");
		}
		return lines.toString();
	}

	private synchronized void stall() {
		try {
			while (!this.socket.isClosed()) {
				wait(100);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void pause() {
		try {
			wait(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept() {
		try {
			while (!this.socket.isClosed()) {
				Socket connection = this.socket.accept();
				this.connections.add(connection);
				Thread thread = new Thread(() -> serve(connection), "scripted-connection");
				thread.setDaemon(true);
				thread.start();
			}
		}
		catch (SocketException ex) {
			// Closed.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(Socket connection) {
		try (connection; OutputStream out = connection.getOutputStream()) {
			Request request = read(
					new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)));
			if (request != null) {
				this.requests.add(request);
				Script script = this.scripts.poll();
				((script != null) ? script : this.always).answer(out, this);
			}
		}
		catch (IOException ex) {
			// The client has gone, as it should in some tests.
		}
	}

	private static @Nullable Request read(BufferedReader in) throws IOException {
		String line = in.readLine();
		if (line == null) {
			return null;
		}
		String[] first = line.split(" ");
		List<String> headers = new ArrayList<>();
		int length = 0;
		for (line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
			headers.add(line);
			if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
				length = Integer.parseInt(line.substring(15).trim());
			}
		}
		char[] body = new char[length];
		int read = 0;
		while (read < length) {
			read += Math.max(0, in.read(body, read, length - read));
		}
		return new Request(first[0], first[1], headers, new String(body));
	}

	/** An answer. */
	@FunctionalInterface
	interface Script {

		void answer(OutputStream out, ScriptedServer server) throws IOException;

	}

	/**
	 * A request.
	 *
	 * @param method its method
	 * @param path its path
	 * @param headers its headers
	 * @param body its body
	 */
	record Request(String method, String path, List<String> headers, String body) {

	}

}
