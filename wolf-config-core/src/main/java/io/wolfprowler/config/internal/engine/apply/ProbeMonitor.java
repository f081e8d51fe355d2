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
 * Watches each new version during its probation: probes are called for some time, and
 * when one fails, the newest healthy version is restored.
 *
 * @param <T> the type of the configuration
 */
public final class ProbeMonitor<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final List<ConfigProbe<T>> probes = new CopyOnWriteArrayList<>();

	private final Schema<T> schema;

	private final Scheduler scheduler;

	private final Executor threads;

	private final DeadlineExecutor executor;

	private final Duration window;

	private final Duration interval;

	private Failure failure = (version, healthy, probe) -> {
	};

	private @Nullable Probation<T> probation;

	private @Nullable Cancellable next;

	private volatile @Nullable ProbeCall<T> call;

	private long healthy;

	private boolean closed;

	/**
	 * Create a monitor.
	 * @param start the version that counts as healthy at first
	 * @param schema knows the secrets
	 * @param scheduler knows when to call the probes
	 * @param threads call the probes
	 * @param executor gives each call a deadline
	 * @param window how long a version is on probation
	 * @param interval how often the probes are called
	 */
	public ProbeMonitor(long start, Schema<T> schema, Scheduler scheduler, Executor threads, DeadlineExecutor executor,
			Duration window, Duration interval) {
		this.healthy = start;
		this.schema = schema;
		this.scheduler = scheduler;
		this.threads = threads;
		this.executor = executor;
		this.window = window;
		this.interval = interval;
	}

	/**
	 * Add a probe.
	 * @param probe the probe
	 * @return removes the probe
	 */
	@SuppressWarnings("unchecked")
	public Subscription add(ConfigProbe<? super T> probe) {
		// A snapshot is only read, so one of a T is one of a supertype of T.
		ConfigProbe<T> added = (ConfigProbe<T>) probe;
		this.probes.add(added);
		return () -> this.probes.remove(added);
	}

	/**
	 * Set what to do when a version fails.
	 * @param failure is called with the version
	 */
	public synchronized void onFailure(Failure failure) {
		this.failure = failure;
	}

	/** Begin the probation of a version, and end that of the version before. */
	synchronized void begin(ConfigSnapshot<T> version) {
		cancel();
		if (this.closed) {
			return;
		}
		if (this.probes.isEmpty() || version.cause() == Cause.AUTO_ROLLBACK) {
			this.healthy = version.version();
		}
		else {
			this.probation = new Probation<>(version, this.scheduler.nanoTime());
			schedule(this.probation);
		}
	}

	synchronized void close() {
		this.closed = true;
		cancel();
	}

	// A version that can't be probed because no thread is available has not failed.
	private void schedule(Probation<T> present) {
		try {
			this.next = this.scheduler.schedule(this.interval, () -> start(present));
		}
		catch (OutOfMemoryError ex) {
			logger.warn("No thread is available to probe version " + present.number(), ex);
		}
	}

	private void start(Probation<T> present) {
		try {
			this.threads.execute(() -> callProbes(present));
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("No thread is available to probe version " + present.number(), ex);
			proceed(present);
		}
	}

	private void callProbes(Probation<T> present) {
		ProbeCall<T> earlier = this.call;
		if (earlier != null && !earlier.task().isOver()) {
			awaitEarlier(present, earlier);
			return;
		}
		for (ConfigProbe<T> probe : this.probes) {
			if (!isRunning(present) || !isHealthy(present, probe)) {
				return;
			}
		}
		proceed(present);
	}

	private boolean isHealthy(Probation<T> present, ConfigProbe<T> probe) {
		ProbeCall<T> next = ProbeCall.of(probe, present.version());
		this.call = next;
		try {
			this.executor.call(next.task());
			return true;
		}
		catch (Throwable ex) {
			return !fail(present, probe, ex);
		}
	}

	// A probe of the version before has not returned, and may do so yet.
	private void awaitEarlier(Probation<T> present, ProbeCall<T> earlier) {
		if (present.lasts(this.scheduler.nanoTime(), this.window)) {
			proceed(present);
		}
		else {
			fail(present, earlier.probe(), earlier.task().timeout("an earlier call of the probe has not returned"));
		}
	}

	private synchronized void proceed(Probation<T> present) {
		if (!isRunning(present)) {
			return;
		}
		if (present.lasts(this.scheduler.nanoTime(), this.window)) {
			schedule(present);
			return;
		}
		this.healthy = present.number();
		logger.debug("Version " + this.healthy + " has passed its probes");
		cancel();
	}

	private synchronized boolean isRunning(Probation<T> present) {
		return this.probation != null && this.probation.number() == present.number();
	}

	private void cancel() {
		this.probation = null;
		ProbeCall<T> present = this.call;
		if (present != null) {
			present.task().abandon(new CancellationException("the probation has ended"));
		}
		if (this.next != null) {
			this.next.cancel();
			this.next = null;
		}
	}

	// The failure of a probe that was removed in the meantime does not count.
	private boolean fail(Probation<T> present, ConfigProbe<T> probe, Throwable reason) {
		long healthy;
		synchronized (this) {
			if (!isRunning(present)) {
				return true;
			}
			if (!this.probes.contains(probe)) {
				return false;
			}
			cancel();
			healthy = this.healthy;
		}
		String name = probe.getClass().getName();
		new FailureLog((text) -> this.schema.masked(text, present.version().config()))
			.error("Version " + present.number() + " fails " + name, reason);
		this.failure.failed(present.number(), healthy, name);
		return true;
	}

	/**
	 * What to do when a version fails its probes.
	 */
	@FunctionalInterface
	public interface Failure {

		/**
		 * A version has failed.
		 * @param version the version
		 * @param healthy the newest healthy version
		 * @param probe the name of the probe that failed
		 */
		void failed(long version, long healthy, String probe);

	}

	/**
	 * The probation of a version.
	 *
	 * @param version the version
	 * @param since the beginning, in monotonic nanoseconds
	 */
	private record Probation<T>(ConfigSnapshot<T> version, long since) {

		long number() {
			return this.version.version();
		}

		boolean lasts(long now, Duration window) {
			return Duration.ofNanos(now - this.since).compareTo(window) < 0;
		}

	}

	/**
	 * A call of a probe.
	 *
	 * @param probe the probe
	 * @param task the call
	 */
	private record ProbeCall<T>(ConfigProbe<T> probe, DeadlineTask<@Nullable Void> task) {

		static <T> ProbeCall<T> of(ConfigProbe<T> probe, ConfigSnapshot<T> version) {
			return new ProbeCall<>(probe, new DeadlineTask<>(() -> {
				probe.check(version);
				return null;
			}, (nothing) -> {
			}, (failure) -> logger.debug("A probe failed after its probation", failure)));
		}

	}

}
