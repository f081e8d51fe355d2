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

import java.net.BindException;
import java.util.List;

import io.wolfprowler.config.ConfigVetoException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.WebServer;
import org.springframework.core.NestedExceptionUtils;

/**
 * A web server and its current port.
 */
final class MovableServer {

	private final WebServer server;

	private final PortOpener opener;

	private final OpenPort first;

	private volatile OpenPort current;

	// Kept, because a graceful shutdown closes the port before the server stops.
	private volatile int number;

	private MovableServer(WebServer server, PortOpener opener, OpenPort current) {
		this.server = server;
		this.opener = opener;
		this.first = current;
		this.current = current;
		this.number = current.number();
	}

	/** Return a movable server, {@code null} if no opener supports it. */
	static @Nullable MovableServer of(WebServer server, List<PortOpener> openers) {
		for (PortOpener opener : openers) {
			OpenPort current = opener.current(server);
			if (current != null) {
				return new MovableServer(server, opener, current);
			}
		}
		return null;
	}

	WebServer webServer() {
		return this.server;
	}

	OpenPort current() {
		return this.current;
	}

	void moveTo(OpenPort next) {
		this.number = next.number();
		this.current = next;
	}

	/** Let a server that is about to stop restart on the current port. */
	void prepareRestart() {
		if (this.current != this.first) {
			this.first.restartOn(this.number);
		}
	}

	/**
	 * Open a further port.
	 * @param key the key of the port number
	 * @param number the number, zero for any free port
	 * @return the open port
	 * @throws ConfigVetoException when it can't be opened
	 */
	OpenPort open(String key, int number) throws ConfigVetoException {
		try {
			return this.opener.open(this.server, this.current, number);
		}
		catch (Exception ex) {
			ConfigVetoException veto = new ConfigVetoException(key, "can't be " + number + ": " + reason(ex));
			veto.initCause(ex);
			throw veto;
		}
	}

	private static String reason(Exception failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		String message = String.valueOf(cause.getMessage());
		return (cause instanceof BindException && message.contains("in use")) ? "the port is in use" : message;
	}

}
