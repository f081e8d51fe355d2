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
package io.wolfprowler.config.internal.engine.apply;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.notify.FailureLog;
import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts each new version on probation: the probes are asked for some time, and when one
 * says no, the newest version that has passed is brought back.
 *
 * @param <T> the type of the configuration
 */
public final class ProbeMonitor<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final List<ConfigProbe<T>> probes = new CopyOnWriteArrayList<>();

	private final Schema<T> schema;

	private final Scheduler scheduler;

	private final Executor threads;

	private final DeadlineExecutor calls;

	private final Duration window;

	private final Duration interval;

	private Failure failure = (version, back, probe) -> {
	};

	private @Nullable Term<T> term;

	private @Nullable Cancellable next;

	private volatile @Nullable Question<T> question;

	private long passed;

	private boolean closed;

	/**
	 * Create it.
	 * @param start the version that has passed so far
	 * @param schema knows the secrets
	 * @param scheduler tells when to ask
	 * @param threads ask
	 * @param calls bounds how long an answer may take
	 * @param window how long a version is on probation
	 * @param interval how often it is asked about
	 */
	public ProbeMonitor(long start, Schema<T> schema, Scheduler scheduler, Executor threads, DeadlineExecutor calls,
			Duration window, Duration interval) {
		this.passed = start;
		this.schema = schema;
		this.scheduler = scheduler;
		this.threads = threads;
		this.calls = calls;
		this.window = window;
		this.interval = interval;
	}

	@SuppressWarnings("unchecked")
	public Subscription add(ConfigProbe<? super T> probe) {
		// A snapshot is only read, so one of a T is one of a supertype of T.
		ConfigProbe<T> added = (ConfigProbe<T>) probe;
		this.probes.add(added);
		return () -> this.probes.remove(added);
	}

	public synchronized void onFailure(Failure failure) {
		this.failure = failure;
	}

	/** Begin with a version that has just come in force, and end with the one before. */
	synchronized void begin(ConfigSnapshot<T> version) {
		cancel();
		if (this.closed) {
			return;
		}
		if (this.probes.isEmpty() || version.cause() == Cause.AUTO_ROLLBACK) {
			this.passed = version.version();
		}
		else {
			this.term = new Term<>(version, this.scheduler.nanoTime());
			askLater(this.term);
		}
	}

	public synchronized void close() {
		this.closed = true;
		cancel();
	}

	// A version that nobody can be asked about, for want of a thread, has not failed.
	private void askLater(Term<T> present) {
		try {
			this.next = this.scheduler.schedule(this.interval, () -> ask(present));
		}
		catch (OutOfMemoryError ex) {
			logger.warn("No thread is to be had to ask about version " + present.number(), ex);
		}
	}

	private void ask(Term<T> present) {
		try {
			this.threads.execute(() -> askAll(present));
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("No thread is to be had to ask about version " + present.number(), ex);
			goOn(present);
		}
	}

	private void askAll(Term<T> present) {
		Question<T> earlier = this.question;
		if (earlier != null && !earlier.call().isOver()) {
			awaitEarlier(present, earlier);
			return;
		}
		for (ConfigProbe<T> probe : this.probes) {
			if (!isOn(present) || !isWell(present, probe)) {
				return;
			}
		}
		goOn(present);
	}

	private boolean isWell(Term<T> present, ConfigProbe<T> probe) {
		Question<T> next = Question.of(probe, present.version());
		this.question = next;
		try {
			this.calls.make(next.call());
			return true;
		}
		catch (Throwable ex) {
			return !fail(present, probe, ex);
		}
	}

	// The version before was asked about, and the answer may yet come.
	private void awaitEarlier(Term<T> present, Question<T> earlier) {
		if (present.lasts(this.scheduler.nanoTime(), this.window)) {
			goOn(present);
		}
		else {
			fail(present, earlier.probe(), earlier.call().timeout("a question is still not answered"));
		}
	}

	private synchronized void goOn(Term<T> present) {
		if (!isOn(present)) {
			return;
		}
		if (present.lasts(this.scheduler.nanoTime(), this.window)) {
			askLater(present);
			return;
		}
		this.passed = present.number();
		logger.debug("Version " + this.passed + " has passed its probes");
		cancel();
	}

	private synchronized boolean isOn(Term<T> present) {
		return this.term != null && this.term.number() == present.number();
	}

	private void cancel() {
		this.term = null;
		Question<T> present = this.question;
		if (present != null) {
			present.call().giveUp(new CancellationException("nobody waits for the answer any more"));
		}
		if (this.next != null) {
			this.next.cancel();
			this.next = null;
		}
	}

	// What a probe says that was removed meanwhile does not count.
	private boolean fail(Term<T> present, ConfigProbe<T> probe, Throwable reason) {
		long back;
		synchronized (this) {
			if (!isOn(present)) {
				return true;
			}
			if (!this.probes.contains(probe)) {
				return false;
			}
			cancel();
			back = this.passed;
		}
		String name = probe.getClass().getName();
		new FailureLog((text) -> this.schema.masked(text, present.version().config()))
			.error("Version " + present.number() + " fails " + name, reason);
		this.failure.failed(present.number(), back, name);
		return true;
	}

	/**
	 * What to do when a version fails.
	 */
	@FunctionalInterface
	public interface Failure {

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

		long number() {
			return this.version.version();
		}

		boolean lasts(long now, Duration window) {
			return Duration.ofNanos(now - this.since).compareTo(window) < 0;
		}

	}

	/**
	 * A question to a probe.
	 *
	 * @param probe who is asked
	 * @param call the question
	 */
	private record Question<T>(ConfigProbe<T> probe, DeadlineTask<@Nullable Void> call) {

		static <T> Question<T> of(ConfigProbe<T> probe, ConfigSnapshot<T> version) {
			return new Question<>(probe, new DeadlineTask<>(() -> {
				probe.check(version);
				return null;
			}, (nothing) -> {
			}, (failure) -> logger.debug("Too late an answer", failure)));
		}

	}

}
