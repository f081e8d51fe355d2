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
 * Where signals meet the reconciler: a signal becomes one look on the manager's thread,
 * and as long as the source has no whole content, more of them: soon at first, for a
 * writer is most likely in the middle, then ever more rarely.
 */
public final class HotReload {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigSource source;

	private final Supplier<ReloadResult> look;

	private final ManagerThread thread;

	private final Scheduler scheduler;

	private final RetryBackoff pauses;

	private final AtomicBoolean pending = new AtomicBoolean();

	private volatile boolean signalled;

	private final Runnable lookNow = this::lookNow;

	private volatile @Nullable Subscription watch;

	private @Nullable Cancellable nextLook;

	private long signalledLook;

	private int retries;

	private boolean closed;

	/** Create it switched off. */
	public HotReload(ConfigSource source, Supplier<ReloadResult> look, ManagerThread thread, Scheduler scheduler,
			RetryBackoff pauses) {
		this.source = source;
		this.look = look;
		this.thread = thread;
		this.scheduler = scheduler;
		this.pauses = pauses;
	}

	public synchronized void enable() {
		if (this.watch == null && !this.closed) {
			this.watch = this.source.watch(this::signal);
			signal();
		}
	}

	public synchronized void disable() {
		Subscription current = this.watch;
		this.watch = null;
		cancelNextLook();
		if (current != null) {
			current.close();
		}
	}

	/** Disable for good, also for those who are about to enable. */
	public synchronized void close() {
		this.closed = true;
		disable();
	}

	public boolean isEnabled() {
		return this.watch != null;
	}

	public HotReloadMode mode() {
		return isEnabled() ? this.source.watchMode() : HotReloadMode.OFF;
	}

	private void signal() {
		this.signalled = true;
		askForLook();
	}

	private void askForLook() {
		if (!isEnabled()) {
			return;
		}
		if (this.pending.compareAndSet(false, true)) {
			offerLook();
		}
		else {
			this.thread.wake();
		}
	}

	private void offerLook() {
		boolean offered = false;
		try {
			offered = this.thread.offer(this.lookNow);
		}
		finally {
			if (!offered) {
				this.pending.set(false);
			}
		}
	}

	private void lookNow() {
		this.pending.set(false);
		if (!isEnabled()) {
			return;
		}
		long start = this.scheduler.nanoTime();
		if (this.signalled) {
			this.signalled = false;
			this.signalledLook = start;
			this.retries = 0;
		}
		try {
			boolean failed = this.look.get().outcome() == Outcome.UNAVAILABLE;
			lookAgainIf(failed && !this.source.isAtomic(), start);
		}
		catch (Throwable ex) {
			if (isEnabled()) {
				lookAgainIf(true, start);
				logger.error("A look at " + this.source.description() + " failed; the next one is not affected", ex);
			}
		}
	}

	private synchronized void lookAgainIf(boolean wanted, long start) {
		cancelNextLook();
		if (wanted && isEnabled()) {
			long passed = this.scheduler.nanoTime() - start;
			this.nextLook = this.scheduler.schedule(pauseAfter(start).minusNanos(passed), this::askForLook);
		}
	}

	private void cancelNextLook() {
		if (this.nextLook != null) {
			this.nextLook.cancel();
			this.nextLook = null;
		}
	}

	private Duration pauseAfter(long start) {
		return this.pauses.next(this.retries++, Duration.ofNanos(start - this.signalledLook));
	}

}
