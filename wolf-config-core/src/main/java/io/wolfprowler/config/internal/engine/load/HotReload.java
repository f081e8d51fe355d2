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

package io.wolfprowler.config.internal.engine.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.ConfigSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Turns signals into reloads on the manager's thread. While the source has no complete
 * content, further reloads follow: the first soon, because a writer is most likely in the
 * middle, then ever more rarely. No lock is held while code of the source runs.
 */
public final class HotReload {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigSource source;

	private final Supplier<ReloadResult> reload;

	private final ManagerThread thread;

	private final Scheduler scheduler;

	private final RetryBackoff backoff;

	private final AtomicReference<@Nullable Watch> watch = new AtomicReference<>();

	private final AtomicBoolean pending = new AtomicBoolean();

	private final Runnable reloadNow = this::reloadNow;

	private volatile boolean signalled;

	private volatile boolean closed;

	private @Nullable Cancellable nextReload;

	private long signalledReload;

	private int retries;

	/**
	 * Create it disabled.
	 * @param source the source
	 * @param reload reads the source and applies what it holds
	 * @param thread reloads
	 * @param scheduler knows when to reload again
	 * @param backoff how long to wait before that
	 */
	public HotReload(ConfigSource source, Supplier<ReloadResult> reload, ManagerThread thread, Scheduler scheduler,
			RetryBackoff backoff) {
		this.source = source;
		this.reload = reload;
		this.thread = thread;
		this.scheduler = scheduler;
		this.backoff = backoff;
	}

	/** Watch the source, and reload once, unless it is watched already. */
	public void enable() {
		Watch next = new Watch();
		if (this.closed || !this.watch.compareAndSet(null, next)) {
			return;
		}
		if (this.closed) {
			disable();
			return;
		}
		try {
			next.begin(this.source.watch(this::signal));
		}
		catch (RuntimeException | Error ex) {
			this.watch.compareAndSet(next, null);
			throw ex;
		}
		signal();
	}

	/** Stop watching the source. */
	public void disable() {
		Watch current = this.watch.getAndSet(null);
		cancelNextReload();
		if (current != null) {
			current.end();
		}
	}

	/** Disable for good, also for threads that are about to enable. */
	public void close() {
		this.closed = true;
		disable();
	}

	/**
	 * Return whether the source is watched.
	 * @return whether hot reload is enabled
	 */
	public boolean isEnabled() {
		return this.watch.get() != null;
	}

	/**
	 * Return how the source is watched.
	 * @return the mode
	 */
	public HotReloadMode mode() {
		return isEnabled() ? this.source.watchMode() : HotReloadMode.OFF;
	}

	private void signal() {
		this.signalled = true;
		requestReload();
	}

	private void requestReload() {
		if (!isEnabled()) {
			return;
		}
		if (this.pending.compareAndSet(false, true)) {
			offerReload();
		}
		else {
			this.thread.wake();
		}
	}

	private void offerReload() {
		boolean offered = false;
		try {
			offered = this.thread.offer(this.reloadNow);
		}
		finally {
			if (!offered) {
				this.pending.set(false);
			}
		}
	}

	private void reloadNow() {
		this.pending.set(false);
		if (!isEnabled()) {
			return;
		}
		long start = this.scheduler.nanoTime();
		if (this.signalled) {
			this.signalled = false;
			this.signalledReload = start;
			this.retries = 0;
		}
		try {
			boolean unavailable = this.reload.get().outcome() == Outcome.UNAVAILABLE;
			reloadAgainIf(unavailable && !this.source.isAtomic(), start);
		}
		catch (Throwable ex) {
			if (isEnabled()) {
				reloadAgainIf(true, start);
				logger.error("A reload of " + this.source.description() + " failed; the next one is not affected", ex);
			}
		}
	}

	private synchronized void reloadAgainIf(boolean wanted, long start) {
		cancelNextReload();
		if (wanted && isEnabled()) {
			long passed = this.scheduler.nanoTime() - start;
			this.nextReload = this.scheduler.schedule(pauseAfter(start).minusNanos(passed), this::requestReload);
		}
	}

	private synchronized void cancelNextReload() {
		if (this.nextReload != null) {
			this.nextReload.cancel();
			this.nextReload = null;
		}
	}

	private Duration pauseAfter(long start) {
		return this.backoff.next(this.retries++, Duration.ofNanos(start - this.signalledReload));
	}

	/**
	 * A watch of the source, which may be ended before the source has begun it.
	 */
	private static final class Watch {

		private @Nullable Subscription subscription;

		private boolean ended;

		void begin(Subscription begun) {
			if (!isKept(begun)) {
				begun.close();
			}
		}

		void end() {
			Subscription begun = ended();
			if (begun != null) {
				begun.close();
			}
		}

		private synchronized boolean isKept(Subscription begun) {
			this.subscription = begun;
			return !this.ended;
		}

		private synchronized @Nullable Subscription ended() {
			this.ended = true;
			return this.subscription;
		}

	}

}
