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
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.wolfprowler.config.spi.ListenerCall;

/**
 * Measures calls of participants, and tells of each when it is over.
 *
 * @param ticker monotonic nanoseconds
 * @param report is told of the calls; never throws
 */
public record ParticipantTimer(LongSupplier ticker, Consumer<ListenerCall> report) {

	public <R> R call(ListenerCall.Kind kind, String name, Call<R> call) throws Throwable {
		long start = this.ticker.getAsLong();
		boolean failed = true;
		try {
			R result = call.make();
			failed = false;
			return result;
		}
		finally {
			Duration took = Duration.ofNanos(this.ticker.getAsLong() - start);
			this.report.accept(new ListenerCall(kind, name, took, failed));
		}
	}

	public void run(ListenerCall.Kind kind, String name, Action action) throws Throwable {
		call(kind, name, () -> {
			action.take();
			return true;
		});
	}

	/**
	 * A call that returns something.
	 *
	 * @param <R> what it returns
	 */
	public interface Call<R> {

		R make() throws Throwable;

	}

	/**
	 * A call that returns nothing.
	 */
	public interface Action {

		void take() throws Throwable;

	}

}
