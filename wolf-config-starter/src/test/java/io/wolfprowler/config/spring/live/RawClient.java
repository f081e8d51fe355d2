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

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to an HTTP/1.1 server, on which nothing is retried.
 */
final class RawClient implements Closeable {

	private final Socket socket = new Socket();

	private final InputStream input;

	private boolean dismissed;

	RawClient(int port) throws IOException {
		try {
			this.socket.connect(new InetSocketAddress("localhost", port), 10_000);
			this.socket.setSoTimeout(20_000);
			this.input = this.socket.getInputStream();
		}
		catch (IOException ex) {
			this.socket.close();
			throw ex;
		}
	}

	/** Send a request, and return the body of its response. */
	String get(String path) throws IOException {
		send(path);
		return receive();
	}

	void send(String path) throws IOException {
		String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
		this.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
	}

	String receive() throws IOException {
		String status = line();
		int length = 0;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Integer.parseInt(lower.substring("content-length:".length()).strip());
			}
			this.dismissed |= lower.startsWith("connection:") && lower.endsWith("close");
		}
		String body = new String(this.input.readNBytes(length), StandardCharsets.UTF_8);
		if (!status.startsWith("HTTP/1.1 200")) {
			throw new IOException(status + " " + body);
		}
		return body;
	}

	/** Whether the server has said that it closes the connection. */
	boolean isDismissed() {
		return this.dismissed;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new EOFException("closed after '" + line + "'");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

}
