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
 * Invokes listeners. What a listener throws is logged and counted and does not affect the
 * others. A slow listener is logged with its stack trace while it still runs. Invoked by
 * one thread at a time.
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
	 * Create an invoker.
	 * @param scheduler raises the alarm for slow listeners
	 * @param slow the time after which a listener that still runs is logged
	 * @param report is passed each call when it has returned; never throws
	 */
	public ListenerInvoker(Scheduler scheduler, Duration slow, Consumer<ListenerCall> report) {
		this.scheduler = scheduler;
		this.slow = slow;
		this.report = report;
	}

	/**
	 * Invoke a listener of an event within a listener of a manager, so that it is logged
	 * and counted by itself.
	 * @param name the name of the listener, for the log
	 * @param call the call
	 */
	public static void within(String name, Runnable call) {
		ListenerInvoker invoker = current.get();
		if (invoker != null) {
			invoker.invoke(ListenerCall.Kind.EVENT_LISTENER, name, call);
		}
		else {
			call.run();
		}
	}

	/**
	 * Return how many listeners have thrown.
	 * @return the number of failures
	 */
	public long failures() {
		return this.failures.get();
	}

	/**
	 * Run code that invokes several listeners, with one alarm for all of them.
	 * @param failures logs what they throw
	 * @param calls invokes the listeners
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
	 * Invoke one listener.
	 * @param kind the kind of the call, {@code null} if it is not reported
	 * @param name the name of the listener, for the log
	 * @param call the call
	 */
	void invoke(ListenerCall.@Nullable Kind kind, String name, Runnable call) {
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
			this.report.accept(new ListenerCall(kind, name, elapsed(present), failed));
		}
	}

	private Duration elapsed(Call call) {
		return Duration.ofNanos(this.scheduler.nanoTime() - call.since());
	}

	private void failed(String name, Throwable failure) {
		this.failures.incrementAndGet();
		this.log.error(name + " failed on a configuration change; the other listeners are still notified", failure);
	}

	private void logSlow(Call call, Duration runs) {
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
	 * Rings when the running call may have become slow, and logs each slow call once.
	 */
	private final class Alarm {

		private @Nullable Call logged;

		private @Nullable Cancellable next;

		private boolean over;

		// Without a thread for the alarm, slow listeners are not logged, but all are
		// notified.
		void begin() {
			try {
				set(ListenerInvoker.this.slow);
			}
			catch (OutOfMemoryError ex) {
				logger.warn("No thread is available to watch for slow callbacks", ex);
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
			if (call == null || call.equals(this.logged)) {
				set(ListenerInvoker.this.slow);
				return;
			}
			Duration runs = elapsed(call);
			Duration left = ListenerInvoker.this.slow.minus(runs);
			if (left.isZero() || left.isNegative()) {
				this.logged = call;
				logSlow(call, runs);
				left = ListenerInvoker.this.slow;
			}
			set(left);
		}

	}

}
