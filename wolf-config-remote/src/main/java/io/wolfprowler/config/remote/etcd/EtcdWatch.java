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
import java.net.URI;
import java.time.Duration;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.remote.BackgroundTasks;
import io.wolfprowler.config.remote.Jitter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Watches a key. Reads its revisions, opens a stream after them, and signals every event
 * and every failure. After a failure it starts over at another member, with growing
 * pauses. Polls at another member find what a stalled stream has missed.
 */
final class EtcdWatch implements Subscription {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Duration SHORTEST = Duration.ofMillis(50);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	// The failure of one member is not an outage yet.
	private static final int OUTAGE = 2;

	private final EtcdKey key;

	private final WatchState state;

	private final Jitter jitter;

	private final Duration grace;

	private final Runnable signal;

	private final BackgroundTasks tasks;

	private ObservedRevisions observed = ObservedRevisions.NOTHING;

	private int member;

	private int failures;

	private @Nullable KeyStream stream;

	private boolean closed;

	EtcdWatch(EtcdKey key, WatchState state, Scheduler scheduler, Jitter jitter, Duration grace, Runnable signal) {
		this.key = key;
		this.state = state;
		this.jitter = jitter;
		this.grace = grace;
		this.signal = signal;
		this.tasks = new BackgroundTasks("wolf-config-etcd", scheduler);
		this.member = jitter.random().nextInt(key.client().settings().endpoints().size());
		this.tasks.run("open", Duration.ZERO, this::open);
		pollLater();
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		replaceStream(null);
		this.tasks.close();
	}

	private void open() {
		KeyStream next = new KeyStream(this.key, endpoint(0), this::onMessage);
		if (!begin(next)) {
			return;
		}
		try {
			KeyState found = this.key.readRevisions(next.endpoint());
			observe(next, found);
			next.open(found.storeRevision() + 1);
		}
		catch (IOException | RuntimeException | Error ex) {
			onEnded(next, ex);
		}
	}

	private synchronized boolean begin(KeyStream next) {
		if (!this.closed) {
			replaceStream(next);
		}
		return !this.closed;
	}

	private void observe(KeyStream current, KeyState found) {
		boolean unread;
		synchronized (this) {
			if (this.stream != current) {
				return;
			}
			unread = !this.observed.holds(found) || !this.state.isRead(found);
			if (this.observed.isAheadOf(found)) {
				logger.warn("The revision of etcd went back from " + this.observed.storeRevision() + " to "
						+ found.storeRevision() + ", as after a restore; " + this.key.name()
						+ " is watched from there");
			}
			this.observed = ObservedRevisions.of(found);
		}
		if (unread) {
			signalChange();
		}
	}

	private void onMessage(KeyStream current, StreamMessage message) {
		switch (message.kind()) {
			case OPENED -> onOpened(current);
			case CHANGED -> onChanged(current, message);
			case LOST -> {
				this.state.countLoss();
				onEnded(current, message.failure());
			}
			case ENDED -> onEnded(current, message.failure());
			case PROGRESS -> {
			}
		}
	}

	private void onOpened(KeyStream current) {
		boolean recovered;
		synchronized (this) {
			if (this.stream != current) {
				return;
			}
			recovered = this.failures >= OUTAGE;
			this.failures = 0;
			this.state.setStreaming(true);
		}
		if (recovered) {
			signalChange();
		}
	}

	private void onChanged(KeyStream current, StreamMessage change) {
		synchronized (this) {
			if (this.stream != current) {
				return;
			}
			this.observed = this.observed.with(change);
		}
		signalChange();
	}

	// The key may have changed since the stream broke.
	private void onEnded(KeyStream current, @Nullable Throwable failure) {
		Duration pause;
		boolean outage;
		synchronized (this) {
			if (this.stream != current) {
				return;
			}
			replaceStream(null);
			this.member++;
			this.failures++;
			outage = this.failures == OUTAGE;
			pause = this.jitter.after(this.failures, SHORTEST, LONGEST);
		}
		if (failure instanceof EtcdException refused && refused.is(EtcdException.UNAUTHENTICATED)) {
			this.key.client().forgetToken();
		}
		logger.debug("The watch of " + this.key.name() + " has ended; reopening it in " + pause, failure);
		if (outage) {
			signalChange();
		}
		this.tasks.run("open", pause, this::open);
	}

	private void pollLater() {
		this.tasks.run("poll", this.jitter.around(this.key.client().settings().pollInterval()), this::poll);
	}

	// Scheduled first: this poll may hang at a member that has lost its leader, while the
	// next one would be answered by another.
	private void poll() {
		pollLater();
		try {
			if (isUnread(this.key.readRevisions(endpoint(1)))) {
				// The stream may be about to report it, and a reader about to read it.
				this.tasks.run("poll", this.grace, this::confirmPoll);
			}
		}
		catch (IOException | RuntimeException ex) {
			pollFailed(ex);
		}
	}

	// A change that nobody has read by now is signalled again.
	private void confirmPoll() {
		pollLater();
		try {
			KeyState found = this.key.readRevisions(endpoint(1));
			if (isMissed(found) || !this.state.isStreaming()) {
				open();
			}
			else if (isUnread(found)) {
				signalChange();
			}
		}
		catch (IOException | RuntimeException ex) {
			pollFailed(ex);
		}
	}

	private void pollFailed(Exception failure) {
		logger.debug("A poll of " + this.key.name() + " failed", failure);
	}

	private synchronized boolean isUnread(KeyState found) {
		return !this.state.isRead(found) || this.observed.isAheadOf(found) || !this.state.isStreaming();
	}

	// A member whose stream has missed a change is not used again.
	private synchronized boolean isMissed(KeyState found) {
		boolean missed = !this.observed.holds(found) || this.observed.isAheadOf(found);
		this.member += missed ? 1 : 0;
		return missed;
	}

	private void signalChange() {
		this.state.countSignal();
		this.signal.run();
	}

	private synchronized URI endpoint(int further) {
		return this.key.client().endpoint(this.member + further);
	}

	private void replaceStream(@Nullable KeyStream next) {
		KeyStream present = this.stream;
		this.stream = next;
		this.state.setStreaming(false);
		if (present != null) {
			present.close();
		}
	}

}
