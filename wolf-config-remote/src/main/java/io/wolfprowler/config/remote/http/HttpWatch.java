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

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.remote.BackgroundTasks;
import io.wolfprowler.config.spi.SourceRejectedException;

/**
 * Polls a server and signals when its state changes: other content, no content, content
 * that must not be used, or no response.
 */
final class HttpWatch implements Subscription {

	private static final Duration LONG_POLL_MIN = Duration.ofSeconds(1);

	private final HttpSource source;

	private final HttpSettings settings;

	private final Scheduler scheduler;

	private final NextPoll nextPoll;

	private final PollCounts counts;

	private final Runnable signal;

	private final BackgroundTasks tasks;

	private String last = "";

	private int failures;

	HttpWatch(HttpSource source, HttpSettings settings, Scheduler scheduler, NextPoll nextPoll, PollCounts counts,
			Runnable signal) {
		this.source = source;
		this.settings = settings;
		this.scheduler = scheduler;
		this.nextPoll = nextPoll;
		this.counts = counts;
		this.signal = signal;
		this.tasks = new BackgroundTasks("wolf-config-poll", scheduler);
		pollAfter(Duration.ZERO);
	}

	@Override
	public void close() {
		this.tasks.close();
	}

	private void pollAfter(Duration pause) {
		this.tasks.run("poll", pause, this::poll);
	}

	private void poll() {
		Duration pause = this.settings.pollInterval();
		try {
			pause = pollOnce();
		}
		finally {
			pollAfter(pause);
		}
	}

	// Runs on one thread at a time.
	private Duration pollOnce() {
		long start = this.scheduler.nanoTime();
		try {
			HttpResponse<byte[]> response = this.source.fetch(this.settings.longPoll());
			this.failures = 0;
			observe(stateOf(response));
			boolean held = !this.settings.longPoll().isZero()
					&& this.scheduler.nanoTime() - start >= LONG_POLL_MIN.toNanos() && response.statusCode() < 400;
			this.counts.longPolling(held);
			return held ? Duration.ZERO : this.nextPoll.after(response.headers());
		}
		catch (IOException | RuntimeException ex) {
			this.counts.longPolling(false);
			boolean refused = ex instanceof SourceRejectedException;
			this.failures = refused ? 0 : this.failures + 1;
			observe(HttpSource.stateOf((ex instanceof IOException failure) ? failure : new IOException(ex)));
			return refused ? this.nextPoll.afterFailures(Integer.MAX_VALUE)
					: this.nextPoll.afterFailures(this.failures);
		}
	}

	private String stateOf(HttpResponse<byte[]> response) {
		try {
			return HttpSource.stateOf(this.source.accept(response).content());
		}
		catch (IOException ex) {
			return HttpSource.stateOf(ex);
		}
	}

	// Signalled until a read has found the same state: a read after a signal may fail.
	private void observe(String state) {
		if (!state.equals(this.last) || !state.equals(this.source.lastReadState())) {
			this.last = state;
			this.counts.countSignal();
			this.signal.run();
		}
	}

}
