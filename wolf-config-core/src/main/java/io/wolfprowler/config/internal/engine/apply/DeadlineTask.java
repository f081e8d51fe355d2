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
 * One call of code that may not return. Whoever waits for it is let go when it is given
 * up; what comes of it after that goes to somebody else.
 *
 * @param <R> what it returns
 */
final class DeadlineTask<R extends @Nullable Object> implements Runnable {

	private final Callable<R> code;

	private final Consumer<R> late;

	private final Consumer<Throwable> lateFailure;

	private final CompletableFuture<Ending<R>> ending = new CompletableFuture<>();

	private @Nullable Thread thread;

	private boolean givenUp;

	private volatile boolean over;

	/**
	 * Create a call.
	 * @param code what is called
	 * @param late takes what it returns after it was given up
	 * @param lateFailure takes what it throws after it was given up
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

	/** Return whether its code has returned. */
	boolean isOver() {
		return this.over;
	}

	/** Let go who waits because it took too long, and interrupt the code. */
	void giveUp(Duration limit) {
		giveUp(timeout("it has not returned in " + limit.toMillis() + " ms"));
	}

	/** Let go who waits, and interrupt the code. */
	synchronized void giveUp(Exception reason) {
		if (this.over || this.givenUp) {
			return;
		}
		this.givenUp = true;
		this.ending.complete(new Ending<>(null, reason));
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	/** Make an exception that shows where the code is at present. */
	synchronized TimeoutException timeout(String reason) {
		TimeoutException timeout = new TimeoutException(reason);
		if (this.thread != null) {
			timeout.setStackTrace(this.thread.getStackTrace());
		}
		return timeout;
	}

	/** Count as over: there is no thread to run on. */
	void cannotRun() {
		this.over = true;
	}

	/**
	 * Wait until it returns or is given up. An interrupt has to wait for that, too.
	 * @throws Throwable what the code throws, or why it was given up
	 */
	@SuppressWarnings("NullAway") // What it returns is R, null included.
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

	// Over before anyone can learn of it, so that whoever does may call again. What
	// follows a call that was given up must not suffer from the interrupt.
	private synchronized boolean end() {
		this.thread = null;
		if (this.givenUp) {
			Thread.interrupted();
			return false;
		}
		this.over = true;
		return true;
	}

	// Not a failed future: that asks the exception for its text, which may fail, too.
	private record Ending<R extends @Nullable Object>(@Nullable R result, @Nullable Throwable failure) {

	}

}
