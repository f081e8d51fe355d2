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
 * An update or a rollback expected a version that is no longer active. Nothing has
 * changed.
 */
public class StaleConfigException extends ConfigException {

	private static final long serialVersionUID = 1L;

	private final long expectedVersion;

	private final long actualVersion;

	/**
	 * Create an exception.
	 * @param expectedVersion the version the caller has seen
	 * @param actualVersion the active version
	 */
	public StaleConfigException(long expectedVersion, long actualVersion) {
		super("Version " + expectedVersion + " is no longer active, version " + actualVersion
				+ " is; read it and try again");
		this.expectedVersion = expectedVersion;
		this.actualVersion = actualVersion;
	}

	/**
	 * Return the version the caller has seen.
	 * @return the expected version
	 */
	public long getExpectedVersion() {
		return this.expectedVersion;
	}

	/**
	 * Return the active version.
	 * @return the actual version
	 */
	public long getActualVersion() {
		return this.actualVersion;
	}

}
