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
import io.wolfprowler.config.ConfigTransition;

/**
 * Is notified of every accepted version and every attempt, for events, metrics and audit.
 * It runs on the manager's own thread, in the order of the versions, after the callbacks
 * and view listeners. An exception is logged and does not affect other observers.
 *
 * @param <T> the type of the configuration
 */
public interface ConfigObserver<T> {

	/**
	 * A version was accepted and is active. The first version of a manager is not
	 * reported.
	 * @param transition from the previous version to the new one
	 */
	default void accepted(ConfigTransition<? extends T> transition) {
	}

	/**
	 * An attempt has an outcome. An attempt that made a version active is reported right
	 * after that version. The attempt that made the first version active, with
	 * {@link Cause#START} or {@link Cause#LAST_GOOD}, is reported before anything else,
	 * to the observers that were given to the builder. A failed start is not reported; it
	 * throws. The same rejected, absent or half-written document is reported once,
	 * however often it is read. Attempts that change nothing are not reported. Attempts
	 * that end before the manager is closed are still reported afterwards.
	 * @param attempt the attempt with its outcome and all problems
	 */
	default void attempted(ConfigAttempt attempt) {
	}

	/**
	 * A listener or participant was called. Unlike the other methods, this one runs on
	 * the thread that made the call, right after it. It must return immediately, because
	 * it delays the next call. Calls of observers are not reported.
	 * @param call the call
	 */
	default void called(ListenerCall call) {
	}

}
