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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A call of code that may not return in time. When it is abandoned, the thread that waits
 * for it goes on, and what the code returns or throws later goes to other consumers.
 *
 * @param <R> the type of the result
 */
final class DeadlineTask<R extends @Nullable Object> implements Runnable {

	private final Callable<R> code;

	private final Consumer<R> late;

	private final Consumer<Throwable> lateFailure;

	private final CompletableFuture<Ending<R>> ending = new CompletableFuture<>();

	private @Nullable Thread thread;

	private boolean abandoned;

	private volatile boolean over;

	/**
	 * Create a task.
	 * @param code the code
	 * @param late takes the result of a task that was abandoned
	 * @param lateFailure takes the exception of a task that was abandoned
	 */
	DeadlineTask(Callable<R> code, Consumer<R> late, Consumer<Throwable> lateFailure) {
		this.code = code;
		this.late = late;
		this.lateFailure = lateFailure;
	}

	@Override
	public void run() {
		begin();
		try {
			R result = this.code.call();
			if (end()) {
				this.ending.complete(new Ending<>(result, null));
			}
			else {
				this.late.accept(result);
			}
		}
		catch (Throwable ex) {
			if (end()) {
				this.ending.complete(new Ending<>(null, ex));
			}
			else {
				this.lateFailure.accept(ex);
			}
		}
		finally {
			this.over = true;
		}
	}

	/** Return whether the code has returned. */
	boolean isOver() {
		return this.over;
	}

	/** Abandon the task because its deadline has passed. */
	void abandon(Duration limit) {
		abandon(timeout("it has not returned in " + limit.toMillis() + " ms"));
	}

	/** Release the thread that waits, and interrupt the code. */
	synchronized void abandon(Exception reason) {
		if (this.over || this.abandoned) {
			return;
		}
		this.abandoned = true;
		this.ending.complete(new Ending<>(null, reason));
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	/** Create an exception with the stack trace of the code that is running. */
	synchronized TimeoutException timeout(String reason) {
		TimeoutException timeout = new TimeoutException(reason);
		if (this.thread != null) {
			timeout.setStackTrace(this.thread.getStackTrace());
		}
		return timeout;
	}

	/** Count the task as over: there is no thread to run it. */
	void cannotRun() {
		this.over = true;
	}

	/**
	 * Wait until the code has returned or the task is abandoned. Interrupts do not end
	 * this.
	 * @throws Throwable what the code throws, or why it was abandoned
	 */
	@SuppressWarnings("NullAway") // The result is an R, which may be null.
	R await() throws Throwable {
		Ending<R> known = this.ending.join();
		if (known.failure() != null) {
			throw known.failure();
		}
		return known.result();
	}

	private synchronized void begin() {
		this.thread = Thread.currentThread();
	}

	// The task is over before anyone learns of it, so that the next call may follow at
	// once. The interrupt of an abandoned task must not reach what runs after it.
	private synchronized boolean end() {
		this.thread = null;
		if (this.abandoned) {
			Thread.interrupted();
			return false;
		}
		this.over = true;
		return true;
	}

	// Not a failed future: that asks the exception for its message, which may fail, too.
	private record Ending<R extends @Nullable Object>(@Nullable R result, @Nullable Throwable failure) {

	}

}
