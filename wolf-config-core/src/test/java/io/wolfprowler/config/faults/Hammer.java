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

package io.wolfprowler.config.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.wolfprowler.config.ConfigManager;

/**
 * A reader that reads millions of times a second, and notes whatever it sees that is new.
 */
final class Hammer implements AutoCloseable {

	static final AtomicLong reads = new AtomicLong();

	private static final int BURST = 200;

	private static final long BREATH = TimeUnit.MICROSECONDS.toNanos(50);

	private final ConfigManager<Sheet> manager;

	private final List<Integer> seen = new CopyOnWriteArrayList<>();

	private final List<Sheet> torn = new CopyOnWriteArrayList<>();

	private final Thread thread = new Thread(this::hammer, "hammer");

	private volatile boolean over;

	private volatile Throwable failure;

	private Sheet last;

	Hammer(ConfigManager<Sheet> manager) {
		this.manager = manager;
		this.last = manager.getConfig();
		this.seen.add(this.last.said());
		this.thread.start();
	}

	/** Return the numbers seen, each once in a row. */
	List<Integer> seen() {
		return List.copyOf(this.seen);
	}

	/** Return what was made of two texts. */
	List<Sheet> torn() {
		return List.copyOf(this.torn);
	}

	/** Return what has ended it too early, if something has. */
	Throwable failure() {
		return this.failure;
	}

	private void hammer() {
		try {
			readOn();
		}
		catch (Throwable ex) {
			this.failure = ex;
		}
	}

	private void readOn() {
		while (!this.over) {
			for (int i = 0; i < BURST; i++) {
				read(this.manager.getConfig());
			}
			reads.addAndGet(BURST);
			LockSupport.parkNanos(BREATH);
		}
	}

	private void read(Sheet sheet) {
		if (sheet != this.last) {
			this.last = sheet;
			this.seen.add(sheet.said());
			if (!sheet.isWhole()) {
				this.torn.add(sheet);
			}
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.over = true;
		this.thread.join();
	}

}
