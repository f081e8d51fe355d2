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
package io.wolfprowler.config.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.watch.Scheduled;
import io.wolfprowler.config.watch.Scheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts each new version on probation: the probes are asked for some time, and when one
 * says no, the newest version that has passed is brought back.
 *
 * @param <T> the type of the configuration
 */
final class Probation<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final List<ConfigProbe<T>> probes = new CopyOnWriteArrayList<>();

	private final Scheduler scheduler;

	private final Executor threads;

	private final TimedCalls calls;

	private final Duration window;

	private final Duration interval;

	private Failure failure = (version, back, probe) -> {
	};

	private @Nullable Term<T> term;

	private @Nullable Scheduled next;

	private volatile @Nullable TimedCall<?> call;

	private long passed;

	/**
	 * Create it.
	 * @param start the version that has passed so far
	 * @param scheduler tells when to ask
	 * @param threads ask
	 * @param calls bounds how long an answer may take
	 * @param window how long a version is on probation
	 * @param interval how often it is asked about
	 */
	Probation(long start, Scheduler scheduler, Executor threads, TimedCalls calls, Duration window, Duration interval) {
		this.passed = start;
		this.scheduler = scheduler;
		this.threads = threads;
		this.calls = calls;
		this.window = window;
		this.interval = interval;
	}

	@SuppressWarnings("unchecked")
	Subscription add(ConfigProbe<? super T> probe) {
		// A snapshot is only read, so one of a T is one of a supertype of T.
		ConfigProbe<T> added = (ConfigProbe<T>) probe;
		this.probes.add(added);
		return () -> this.probes.remove(added);
	}

	synchronized void onFailure(Failure failure) {
		this.failure = failure;
	}

	/** Begin with a version that has just come in force, and end with the one before. */
	synchronized void begin(ConfigSnapshot<T> version) {
		cancel();
		if (this.probes.isEmpty() || version.cause() == Cause.AUTO_ROLLBACK) {
			this.passed = version.version();
		}
		else {
			this.term = new Term<>(version, this.scheduler.nanoTime());
			askLater(this.term);
		}
	}

	synchronized void close() {
		cancel();
	}

	private void askLater(Term<T> present) {
		this.next = this.scheduler.schedule(this.interval, () -> this.threads.execute(() -> ask(present)));
	}

	private boolean isOn(Term<T> present) {
		return this.term != null && this.term.version().version() == present.version().version();
	}

	private void cancel() {
		this.term = null;
		if (this.next != null) {
			this.next.cancel();
			this.next = null;
		}
	}

	private void ask(Term<T> present) {
		for (ConfigProbe<T> probe : this.probes) {
			try {
				ask(probe, present.version());
			}
			catch (Throwable ex) {
				fail(present, probe.getClass().getName(), ex);
				return;
			}
		}
		goOn(present);
	}

	private void ask(ConfigProbe<T> probe, ConfigSnapshot<T> version) throws Throwable {
		TimedCall<?> earlier = this.call;
		if (earlier != null && !earlier.isOver()) {
			throw earlier.timeout("an earlier question has not been answered yet");
		}
		TimedCall<@Nullable Void> question = new TimedCall<>(() -> {
			probe.check(version);
			return null;
		}, (nothing) -> {
		}, (failure) -> logger.debug("Too late an answer", failure));
		this.call = question;
		this.calls.make(question);
	}

	private synchronized void goOn(Term<T> present) {
		if (!isOn(present)) {
			return;
		}
		Duration since = Duration.ofNanos(this.scheduler.nanoTime() - present.since());
		if (since.compareTo(this.window) < 0) {
			askLater(present);
			return;
		}
		this.passed = present.version().version();
		logger.debug("Version " + this.passed + " has passed its probes");
		cancel();
	}

	private void fail(Term<T> present, String probe, Throwable reason) {
		long back;
		synchronized (this) {
			if (!isOn(present)) {
				return;
			}
			cancel();
			back = this.passed;
		}
		logger.error("Version " + present.version().version() + " fails " + probe, reason);
		this.failure.failed(present.version().version(), back, probe);
	}

	/**
	 * What to do when a version fails.
	 */
	@FunctionalInterface
	interface Failure {

		/**
		 * A version has failed.
		 * @param version the version
		 * @param back the newest version that has passed
		 * @param probe who says so
		 */
		void failed(long version, long back, String probe);

	}

	/**
	 * The time a version is on probation.
	 *
	 * @param version the version
	 * @param since the beginning, in monotonic nanoseconds
	 */
	private record Term<T>(ConfigSnapshot<T> version, long since) {

	}

}
