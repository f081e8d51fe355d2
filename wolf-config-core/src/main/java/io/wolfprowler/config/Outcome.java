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
 * The outcome of an attempt to make a candidate active.
 */
public enum Outcome {

	/** A new version is active. */
	APPLIED,

	/** The source equals the active configuration. */
	UNCHANGED,

	/**
	 * A new version is active, but a participant failed to commit it.
	 */
	DEGRADED,

	/** The candidate is not valid. The active configuration is unchanged. */
	REJECTED,

	/**
	 * The candidate is valid, but a {@link ConfigParticipant} vetoed it. The active
	 * configuration is unchanged.
	 */
	VETOED,

	/**
	 * There is no complete document: it is absent, unreadable, or deferred because it
	 * looks half-written. The active configuration is unchanged.
	 */
	UNAVAILABLE

}
