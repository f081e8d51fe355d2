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

import java.time.Duration;
import java.util.Objects;

import io.wolfprowler.config.ConfigChangeCallback;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigView;

/**
 * One call of a listener or participant, for metrics.
 *
 * @param kind the kind of code that was called
 * @param name the name of its class or method
 * @param took how long it took
 * @param failed whether the call threw, vetoes included, or did not return in time
 */
public record ListenerCall(Kind kind, String name, Duration took, boolean failed) {

	/**
	 * Check the components.
	 */
	public ListenerCall {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(took, "took");
	}

	/**
	 * The kind of code that is called.
	 */
	public enum Kind {

		/** A {@link ConfigChangeCallback}. */
		CALLBACK,

		/** A listener of a {@link ConfigView}. */
		VIEW,

		/** A listener of the application's events. */
		EVENT_LISTENER,

		/** {@link ConfigParticipant#prepare}. */
		PREPARE,

		/** {@link ConfigParticipant.Prepared#commit}. */
		COMMIT,

		/** {@link ConfigParticipant.Prepared#rollback}. */
		ROLLBACK

	}

}
