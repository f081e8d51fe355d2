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

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The retirement of an old port: it keeps listening for the overlap, then it drains, then
 * it is closed. Each step is taken once, by the first caller.
 */
final class PortRetirement {

	private static final Log logger = LogFactory.getLog(WebPort.class);

	private static final long CHECK_MILLIS = 50;

	private final OpenPort port;

	private final int number;

	private final WebPortSettings settings;

	private final ScheduledExecutorService executor;

	private final Consumer<PortRetirement> onClosed;

	private @Nullable Future<?> timer;

	private int checks;

	private int emptyChecks;

	private volatile boolean listening = true;

	private boolean done;

	/**
	 * Create a retirement.
	 * @param port the port
	 * @param settings the durations of the steps
	 * @param executor runs the steps
	 * @param onClosed is called without a lock when the port is closed
	 */
	PortRetirement(OpenPort port, WebPortSettings settings, ScheduledExecutorService executor,
			Consumer<PortRetirement> onClosed) {
		this.port = port;
		this.number = port.number();
		this.settings = settings;
		this.executor = executor;
		this.onClosed = onClosed;
	}

	synchronized void begin() {
		this.port.drain(true);
		later(this::stopListening, this.settings.overlap().toMillis());
	}

	/**
	 * Take the port back if it still listens.
	 * @return the port, {@code null} if it no longer listens; then its number is free
	 */
	@Nullable OpenPort reclaim(int wanted) {
		return (wanted == this.number && this.listening) ? reclaim() : null;
	}

	/** Close the port and its remaining connections at once. */
	void finish() {
		if (end()) {
			this.onClosed.accept(this);
		}
	}

	private synchronized @Nullable OpenPort reclaim() {
		if (!this.listening || this.done) {
			return null;
		}
		this.done = true;
		cancel();
		return this.port;
	}

	private synchronized void stopListening() {
		if (!this.done) {
			this.port.stopListening();
			this.listening = false;
			later(this::checkDrained, CHECK_MILLIS);
		}
	}

	// A connection that was just accepted may not be counted yet, so the port must be
	// found
	// empty twice.
	private synchronized void checkDrained() {
		boolean empty = this.port.connections() == 0 && this.port.requests() == 0;
		this.emptyChecks = empty ? this.emptyChecks + 1 : 0;
		this.checks++;
		boolean late = this.checks * CHECK_MILLIS >= this.settings.drainTimeout().toMillis();
		if (this.emptyChecks == 2 || late) {
			later(this::finish, 0);
		}
		else {
			later(this::checkDrained, CHECK_MILLIS);
		}
	}

	private synchronized boolean end() {
		if (this.done) {
			return false;
		}
		this.done = true;
		cancel();
		int cut = this.port.connections();
		long finished = this.port.finishedRequests();
		try {
			this.port.close();
			logger.info("Web server port " + this.number + " is closed: " + finished + " requests finished, " + cut
					+ " connections cut");
		}
		catch (RuntimeException ex) {
			logger.warn("Web server port " + this.number + " is not closed properly", ex);
		}
		return true;
	}

	private void later(Runnable step, long millis) {
		this.timer = this.executor.schedule(step, millis, TimeUnit.MILLISECONDS);
	}

	private void cancel() {
		if (this.timer != null) {
			this.timer.cancel(false);
		}
	}

}
