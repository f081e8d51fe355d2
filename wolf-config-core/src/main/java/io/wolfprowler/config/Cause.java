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
 * Why a version was accepted.
 */
public enum Cause {

	/** The source was read at the start. */
	START,

	/** The source could not be used at the start, so the last good version was. */
	LAST_GOOD,

	/** The source changed. */
	RELOAD,

	/** The application changed values in memory. */
	UPDATE,

	/** An earlier version was restored. */
	ROLLBACK,

	/** An earlier version was restored because a {@link ConfigProbe} failed. */
	AUTO_ROLLBACK

}
