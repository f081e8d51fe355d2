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
 * What the source was like at the last look, compared with what is in force.
 */
public enum SourceState {

	/** It holds what is in force, unsaved updates aside. */
	IN_FORCE,

	/** Its content was refused. */
	REJECTED,

	/** Its content is valid, and a participant can't go along with it. */
	VETOED,

	/** Its content looks half-written, and waits. */
	HELD_BACK,

	/** There is no content to be had. */
	ABSENT;

	/**
	 * Return the state that a look has found.
	 * @param attempt the newest look at the source
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
