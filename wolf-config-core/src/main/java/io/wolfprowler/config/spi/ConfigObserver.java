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
 * Is told of every accepted version and every attempt: the hook that events, metrics and
 * audit hang on. Runs on the manager's own thread, in version order, after the callbacks
 * and views; what it throws is logged and stops nobody else.
 *
 * @param <T> the type of the configuration
 */
public interface ConfigObserver<T> {

	/**
	 * A version was accepted and is in force. The first version of a manager is not
	 * reported.
	 * @param transition from the previous version to the new one
	 */
	default void accepted(ConfigTransition<? extends T> transition) {
	}

	/**
	 * An attempt was decided. One that put a version in force is reported right after
	 * that version. The one that put the first version in force, with {@link Cause#START}
	 * or {@link Cause#LAST_GOOD}, is reported to observers given to the builder, before
	 * anything else; a start that fails is not, it throws. The same refused, absent or
	 * half-written content is reported once, however often it is looked at; attempts that
	 * find nothing to change are not. Those decided before a manager is closed are still
	 * reported.
	 * @param attempt the attempt, with its outcome and all problems
	 */
	default void attempted(ConfigAttempt attempt) {
	}

	/**
	 * Code was called that has to do with a change. In contrast to the other methods this
	 * one runs on the thread that made the call, right after it, and delays what follows:
	 * it returns at once. Observers are not reported themselves.
	 * @param call the call
	 */
	default void called(ListenerCall call) {
	}

}
