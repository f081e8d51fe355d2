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
package io.wolfprowler.config.etcd;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.remote.Jitter;
import io.wolfprowler.config.watch.LingeringThreads;
import io.wolfprowler.config.watch.Scheduled;
import io.wolfprowler.config.watch.Scheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a key, opens a stream behind what it has seen, and takes whatever comes, or
 * goes wrong, for a reason to look again: at another member, after a pause that grows. A
 * poll at another member finds what a stream that is dead without saying so has missed.
 */
final class EtcdWatch implements Subscription {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Duration SHORTEST = Duration.ofMillis(50);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	// One member that fails is no reason to say that there is no answer.
	private static final int OUTAGE = 2;

	private static final long LINE_FRAME = 64 * 1024;

	private final EtcdKey key;

	private final WatchState state;

	private final Scheduler scheduler;

	private final Jitter jitter;

	private final Duration grace;

	private final Runnable signal;

	private final ExecutorService threads = LingeringThreads.named("wolf-config-etcd", getClass().getClassLoader());

	private final Scheduled[] planned = new Scheduled[3];

	private long seen = -1;

	private long storeRevision;

	private int member;

	private int failures;

	private int generation;

	private @Nullable CompletableFuture<?> stream;

	private boolean closed;

	EtcdWatch(EtcdKey key, WatchState state, Scheduler scheduler, Jitter jitter, Duration grace, Runnable signal) {
		this.key = key;
		this.state = state;
		this.scheduler = scheduler;
		this.jitter = jitter;
		this.grace = grace;
		this.signal = signal;
		this.member = jitter.random().nextInt(key.client().settings().endpoints().size());
		plan(0, Duration.ZERO, () -> inBackground(this::open));
		planPoll();
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.generation++;
		for (Scheduled each : this.planned) {
			if (each != null) {
				each.cancel();
			}
		}
		closeStream();
		this.threads.shutdownNow();
	}

	private void planPoll() {
		plan(1, this.jitter.around(this.key.client().settings().pollInterval()), () -> {
			planPoll();
			inBackground(this::poll);
		});
	}

	private synchronized void plan(int slot, Duration pause, Runnable task) {
		if (!this.closed) {
			this.planned[slot] = this.scheduler.schedule(pause, task);
		}
	}

	private void inBackground(Runnable task) {
		try {
			this.threads.execute(task);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The watch was closed", ex);
		}
	}

	private void open() {
		int current = begin();
		URI endpoint = endpoint(0);
		try {
			KeyState found = this.key.look(endpoint);
			observe(current, found);
			CompletableFuture<?> opened = this.key.client()
				.stream(endpoint, "/v3/watch",
						Map.of("create_request",
								Map.of("key", this.key.encoded(), "start_revision",
										String.valueOf(found.storeRevision() + 1))),
						new StreamLines(this.key.client().settings().maxSize() * 2 + LINE_FRAME,
								(line) -> received(current, endpoint, line)));
			keep(current, opened);
			CompletableFuture<?> unused = opened.whenComplete((response, failure) -> ended(current, failure));
		}
		catch (IOException | RuntimeException | Error ex) {
			ended(current, ex);
		}
	}

	private synchronized int begin() {
		closeStream();
		return ++this.generation;
	}

	private synchronized void keep(int current, CompletableFuture<?> opened) {
		if (this.generation == current && !this.closed) {
			this.stream = opened;
		}
		else {
			opened.cancel(true);
		}
	}

	private void received(int current, URI endpoint, String line) {
		StreamMessage message = StreamMessage.of(endpoint.getAuthority(), line);
		switch (message.kind()) {
			case OPENED -> created(current);
			case CHANGED -> changed(current, message.modRevision(), message.storeRevision());
			case LOST -> {
				this.state.countLoss();
				ended(current, message.failure());
			}
			case ENDED -> ended(current, message.failure());
			case PROGRESS -> {
			}
		}
	}

	private void created(int current) {
		boolean recovered;
		synchronized (this) {
			if (current != this.generation || this.closed) {
				return;
			}
			recovered = this.failures >= OUTAGE;
			this.failures = 0;
			this.state.streaming(true);
		}
		if (recovered) {
			ring();
		}
	}

	private void changed(int current, long modRevision, long store) {
		synchronized (this) {
			if (current != this.generation || this.closed) {
				return;
			}
			this.seen = modRevision;
			this.storeRevision = Math.max(this.storeRevision, store);
		}
		ring();
	}

	// What has broken a stream may have changed the key.
	private void ended(int current, @Nullable Throwable failure) {
		Duration pause;
		boolean outage;
		synchronized (this) {
			if (current != this.generation || this.closed) {
				return;
			}
			this.generation++;
			closeStream();
			this.member++;
			this.failures++;
			if (failure instanceof EtcdException refused && refused.is(EtcdException.UNAUTHENTICATED)) {
				this.key.client().forgetToken();
			}
			outage = this.failures == OUTAGE;
			pause = this.jitter.after(this.failures, SHORTEST, LONGEST);
		}
		logger.debug("The watch of " + this.key.name() + " has ended; it is opened again in " + pause, failure);
		if (outage) {
			ring();
		}
		plan(0, pause, () -> inBackground(this::open));
	}

	private void poll() {
		try {
			if (isNews(this.key.look(endpoint(1)))) {
				// The stream is perhaps about to tell it, and somebody about to read.
				plan(2, this.grace, () -> inBackground(this::lookAgain));
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("A poll of " + this.key.name() + " failed", ex);
		}
	}

	// What nobody has read by now is told again, whoever has told it before.
	private void lookAgain() {
		try {
			KeyState found = this.key.look(endpoint(1));
			if (!isNews(found)) {
				return;
			}
			boolean missed;
			synchronized (this) {
				missed = found.modRevision() != this.seen || found.storeRevision() < this.storeRevision;
				this.member += missed ? 1 : 0;
			}
			if (missed || !this.state.isStreaming()) {
				open();
			}
			else {
				ring();
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("A poll of " + this.key.name() + " failed", ex);
		}
	}

	private synchronized boolean isNews(KeyState found) {
		return !this.state.isRead(found) || found.storeRevision() < this.storeRevision || !this.state.isStreaming();
	}

	private void observe(int current, KeyState found) {
		boolean news;
		synchronized (this) {
			if (current != this.generation) {
				return;
			}
			news = found.modRevision() != this.seen || !this.state.isRead(found);
			if (found.storeRevision() < this.storeRevision) {
				logger.warn("The revision of etcd went back from " + this.storeRevision + " to " + found.storeRevision()
						+ ", as after a restore; " + this.key.name() + " is followed from there");
			}
			this.seen = found.modRevision();
			this.storeRevision = found.storeRevision();
		}
		if (news) {
			ring();
		}
	}

	private void ring() {
		this.state.countSignal();
		this.signal.run();
	}

	private synchronized URI endpoint(int further) {
		return this.key.client().endpoint(this.member + further);
	}

	private void closeStream() {
		CompletableFuture<?> present = this.stream;
		this.stream = null;
		this.state.streaming(false);
		if (present != null) {
			present.cancel(true);
		}
	}

}
