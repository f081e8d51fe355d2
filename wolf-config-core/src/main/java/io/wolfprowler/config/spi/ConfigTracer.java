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

package io.wolfprowler.config.spi;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds every attempt on the thread that makes it: the hook that tracing hangs on.
 * What it throws is logged and stops no attempt.
 */
@FunctionalInterface
public interface ConfigTracer {

	/**
	 * An attempt begins on the current thread.
	 * @param manager the name of the manager
	 * @param cause why it is made
	 * @return the trace, which is ended on the same thread
	 */
	Trace begin(String manager, Cause cause);

	/**
	 * The trace of one attempt.
	 */
	@FunctionalInterface
	interface Trace {

		/**
		 * The attempt is over: participants have acted, listeners are told later.
		 * @param attempt what came of it, {@code null} if it was given up without an
		 * outcome, because another version is in force than the caller expected or the
		 * manager was closed
		 */
		void end(@Nullable ConfigAttempt attempt);

		/**
		 * Another thread works for the attempt from now on: it calls a participant. Does
		 * nothing by default.
		 * @return is closed on the same thread when the call is over; that may be after
		 * the end of the attempt, which does not wait for a call that takes too long
		 */
		default Subscription enter() {
			return () -> {
			};
		}

	}

}
