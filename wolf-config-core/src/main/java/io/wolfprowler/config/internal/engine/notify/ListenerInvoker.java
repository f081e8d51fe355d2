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

package io.wolfprowler.config.internal.engine.notify;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.ListenerCall;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the manager and the code of its users: what a call throws is logged and
 * counted and goes no further, and a call that takes long is named with its stack while
 * it still runs. Calls come from one thread at a time.
 */
public final class ListenerInvoker {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final int FRAMES = 25;

	private static final ThreadLocal<@Nullable ListenerInvoker> current = new ThreadLocal<>();

	private final Scheduler scheduler;

	private final Duration slow;

	private final AtomicLong failures = new AtomicLong();

	private final Consumer<ListenerCall> report;

	private FailureLog log = FailureLog.UNMASKED;

	private volatile @Nullable Call running;

	/**
	 * Create a guard.
	 * @param scheduler wakes up for slow calls
	 * @param slow after what time a call that still runs is named
	 * @param report is told of the calls that are over; never throws
	 */
	public ListenerInvoker(Scheduler scheduler, Duration slow, Consumer<ListenerCall> report) {
		this.scheduler = scheduler;
		this.slow = slow;
		this.report = report;
	}

	/**
	 * Call a listener of an event within a call of a manager, so that it is named and
	 * counted by itself.
	 * @param name the name of the code called, for the log
	 * @param call the call
	 */
	public static void within(String name, Runnable call) {
		ListenerInvoker guard = current.get();
		if (guard != null) {
			guard.run(ListenerCall.Kind.EVENT_LISTENER, name, call);
		}
		else {
			call.run();
		}
	}

	/**
	 * Return how many calls have thrown.
	 * @return the number of failures
	 */
	public long failures() {
		return this.failures.get();
	}

	/**
	 * Make several guarded calls, with one alarm for all of them.
	 * @param failures is told what they throw
	 * @param calls makes the calls
	 */
	void supervise(FailureLog failures, Runnable calls) {
		Alarm alarm = new Alarm();
		current.set(this);
		this.log = failures;
		try {
			alarm.begin();
			calls.run();
		}
		finally {
			this.log = FailureLog.UNMASKED;
			current.remove();
			alarm.cancel();
		}
	}

	/**
	 * Make one call.
	 * @param kind what is called, {@code null} if nobody is told of the call
	 * @param name the name of the code called, for the log
	 * @param call the call
	 */
	public void run(ListenerCall.@Nullable Kind kind, String name, Runnable call) {
		Call outer = this.running;
		Call present = new Call(name, Thread.currentThread(), this.scheduler.nanoTime());
		this.running = present;
		boolean failed = false;
		try {
			call.run();
		}
		catch (Throwable ex) {
			failed = true;
			failed(name, ex);
		}
		finally {
			this.running = outer;
		}
		if (kind != null) {
			this.report.accept(new ListenerCall(kind, name, runs(present), failed));
		}
	}

	private Duration runs(Call call) {
		return Duration.ofNanos(this.scheduler.nanoTime() - call.since());
	}

	private void failed(String name, Throwable failure) {
		this.failures.incrementAndGet();
		this.log.error(name + " failed on a configuration change; the others are still told", failure);
	}

	private void name(Call call, Duration runs) {
		logger.warn(call.name() + " has been running for " + runs.toMillis()
				+ " ms on a configuration change; those after it wait. It is at" + stack(call.thread()));
	}

	private static String stack(Thread thread) {
		return Stream.of(thread.getStackTrace())
			.limit(FRAMES)
			.map((frame) -> System.lineSeparator() + "\tat " + frame)
			.collect(Collectors.joining());
	}

	private record Call(String name, Thread thread, long since) {

	}

	/**
	 * Rings when the call that runs may have become slow, and names each once.
	 */
	private final class Alarm {

		private @Nullable Call named;

		private @Nullable Cancellable next;

		private boolean over;

		// Nobody is named when there is no thread for the alarm; all are told even so.
		void begin() {
			try {
				set(ListenerInvoker.this.slow);
			}
			catch (OutOfMemoryError ex) {
				logger.warn("No thread is to be had that watches for slow callbacks", ex);
			}
		}

		synchronized void set(Duration delay) {
			if (!this.over) {
				this.next = ListenerInvoker.this.scheduler.schedule(delay, this::ring);
			}
		}

		synchronized void cancel() {
			this.over = true;
			if (this.next != null) {
				this.next.cancel();
			}
		}

		private void ring() {
			Call call = ListenerInvoker.this.running;
			if (call == null || call.equals(this.named)) {
				set(ListenerInvoker.this.slow);
				return;
			}
			Duration runs = runs(call);
			Duration left = ListenerInvoker.this.slow.minus(runs);
			if (left.isZero() || left.isNegative()) {
				this.named = call;
				name(call, runs);
				left = ListenerInvoker.this.slow;
			}
			set(left);
		}

	}

}
