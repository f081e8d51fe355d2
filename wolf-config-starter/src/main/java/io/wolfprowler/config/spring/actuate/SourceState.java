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
package io.wolfprowler.config.spring.actuate;

import io.wolfprowler.config.ConfigAttempt;

/**
 * The state of the source when it was last read, compared with the active configuration.
 */
public enum SourceState {

	/** Its content is the active configuration, apart from unsaved updates. */
	IN_FORCE,

	/** Its content was rejected. */
	REJECTED,

	/** Its content is valid, but a participant vetoed it. */
	VETOED,

	/** Its content looks half-written and is deferred. */
	HELD_BACK,

	/** Its content can't be read, or there is none. */
	ABSENT;

	/**
	 * Return the state that a reload found.
	 * @param attempt the newest reload
	 * @return the state
	 */
	public static SourceState of(ConfigAttempt attempt) {
		return switch (attempt.result().outcome()) {
			case APPLIED, UNCHANGED, DEGRADED -> IN_FORCE;
			case REJECTED -> REJECTED;
			case VETOED -> VETOED;
			case UNAVAILABLE -> attempt.digest().isEmpty() ? ABSENT : HELD_BACK;
		};
	}

}
