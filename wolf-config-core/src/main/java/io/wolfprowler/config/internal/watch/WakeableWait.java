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

package io.wolfprowler.config.internal.watch;

import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Lets one thread wait for file system events, and other threads wake it. A wake-up is
 * never lost: one that comes before the wait makes the wait return immediately.
 */
final class WakeableWait {

	private @Nullable Thread waiting;

	private boolean woken;

	synchronized void wake() {
		this.woken = true;
		if (this.waiting != null) {
			this.waiting.interrupt();
			this.waiting = null;
		}
	}

	/**
	 * Wait for an event, a wake-up, or the end of the time.
	 * @param events the source of events, {@code null} if there is none
	 * @param nanos the maximum time to wait
	 * @return a key with events, {@code null} if there are none
	 */
	@Nullable WatchKey await(@Nullable WatchService events, long nanos) {
		long patience = beginWait() ? nanos : 0;
		try {
			return poll(events, patience);
		}
		catch (InterruptedException ex) {
			return null;
		}
		finally {
			endWait();
		}
	}

	private synchronized boolean beginWait() {
		if (this.woken) {
			return false;
		}
		this.waiting = Thread.currentThread();
		return true;
	}

	private @Nullable WatchKey poll(@Nullable WatchService events, long nanos) throws InterruptedException {
		if (events != null) {
			return events.poll(nanos, TimeUnit.NANOSECONDS);
		}
		TimeUnit.NANOSECONDS.sleep(nanos);
		return null;
	}

	// No thread interrupts this one from here on, so a remaining interrupt status can be
	// cleared.
	private synchronized void endWait() {
		this.waiting = null;
		this.woken = false;
		Thread.interrupted();
	}

}
