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

package io.wolfprowler.config;

/**
 * What came of an attempt to put a candidate in force.
 */
public enum Outcome {

	/** A new version is in force. */
	APPLIED,

	/** The source holds what is in force. */
	UNCHANGED,

	/**
	 * A new version is in force, but a participant has failed to act on it. What is in
	 * force is the new version even so.
	 */
	DEGRADED,

	/** The candidate was refused; what was in force still is. */
	REJECTED,

	/**
	 * The candidate is valid, but a {@link ConfigParticipant} can't go along with it;
	 * what was in force still is.
	 */
	VETOED,

	/**
	 * There is no whole content to judge: absent, unreadable, or held back because it
	 * looks half-written. What was in force still is.
	 */
	UNAVAILABLE

}
