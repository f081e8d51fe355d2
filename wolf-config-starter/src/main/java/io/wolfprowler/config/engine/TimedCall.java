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
package io.wolfprowler.config.engine;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One call of code that may not return. Whoever waits for it is let go when it is given
 * up; what it returns after that goes to somebody else.
 *
 * @param <R> what it returns
 */
final class TimedCall<R extends @Nullable Object> implements Runnable {

	private final Callable<R> code;

	private final Consumer<R> late;

	private final CompletableFuture<R> outcome = new CompletableFuture<>();

	private @Nullable Thread thread;

	private volatile boolean over;

	/**
	 * Create a call.
	 * @param code what is called
	 * @param late takes what it returns after it was given up
	 */
	TimedCall(Callable<R> code, Consumer<R> late) {
		this.code = code;
		this.late = late;
	}

	@Override
	public void run() {
		try {
			begin(Thread.currentThread());
			R result = this.code.call();
			if (!this.outcome.complete(result)) {
				this.late.accept(result);
			}
		}
		catch (Throwable ex) {
			this.outcome.completeExceptionally(ex);
		}
		finally {
			begin(null);
			this.over = true;
		}
	}

	/** Return whether its code has returned. */
	boolean isOver() {
		return this.over;
	}

	/** Let go who waits because it took too long, and interrupt the code. */
	void giveUp(Duration limit) {
		giveUp("it has not returned in " + limit.toMillis() + " ms");
	}

	/** Let go who waits, and interrupt the code. */
	synchronized void giveUp(String reason) {
		if (this.outcome.completeExceptionally(new TimeoutException(reason)) && this.thread != null) {
			this.thread.interrupt();
		}
	}

	/** Count as over: there is no thread to run on. */
	void cannotRun() {
		this.over = true;
	}

	/**
	 * Wait until it returns or is given up. An interrupt has to wait for that, too.
	 * @throws Throwable what the code throws, or a {@link TimeoutException} when it was
	 * given up
	 */
	R await() throws Throwable {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return this.outcome.get();
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() != null) ? ex.getCause() : ex;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private synchronized void begin(@Nullable Thread runner) {
		this.thread = runner;
	}

}
