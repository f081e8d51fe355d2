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
 * Traces every attempt, on the thread that makes it. An exception is logged and does not
 * affect the attempt.
 */
@FunctionalInterface
public interface ConfigTracer {

	/**
	 * An attempt begins on the current thread.
	 * @param manager the name of the manager
	 * @param cause why it is made
	 * @return the trace, which ends on the same thread
	 */
	Trace begin(String manager, Cause cause);

	/**
	 * The trace of one attempt.
	 */
	@FunctionalInterface
	interface Trace {

		/**
		 * The attempt is over. Participants have committed; listeners are notified later.
		 * @param attempt the attempt with its outcome, {@code null} if it was abandoned
		 * without one, because the expected version was no longer active or the manager
		 * was closed
		 */
		void end(@Nullable ConfigAttempt attempt);

		/**
		 * The current thread begins to work for the attempt: it calls a participant. Does
		 * nothing by default.
		 * @return a subscription that is closed on the same thread when the call is over.
		 * That may be after the end of the attempt, which does not wait for a call that
		 * exceeds its timeout
		 */
		default Subscription enter() {
			return () -> {
			};
		}

	}

}
