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
 * Lets one thread wait for file system events and others wake it. A ring is never lost:
 * one that comes before the wait makes that wait return at once.
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
	 * Waits for an event, a ring, or the end of the time.
	 * @param events where events come from, if anywhere
	 * @param nanos how long to wait at most
	 * @return a key with events, or {@code null}
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

	// From here on nobody interrupts, so a status left behind can be cleared for good.
	private synchronized void endWait() {
		this.waiting = null;
		this.woken = false;
		Thread.interrupted();
	}

}
