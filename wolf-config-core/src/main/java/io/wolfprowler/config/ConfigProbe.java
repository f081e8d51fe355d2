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
 * Checks whether the application is healthy with the active configuration. A probe is
 * called at intervals for some time after each new version. If it fails, the newest
 * version that has passed is restored as a new version with the cause
 * {@link Cause#AUTO_ROLLBACK}. A restored version is not probed again.
 * <p>
 * The probes of one manager run on a thread of their own, one call at a time. Each call
 * may take at most the participant timeout.
 *
 * @param <T> the type of the configuration, or a supertype of it
 */
@FunctionalInterface
public interface ConfigProbe<T> {

	/**
	 * Check whether the application is healthy.
	 * @param active the active version
	 * @throws Exception if it is not. The message gives the reason and contains no
	 * secrets. A call that does not return in time has failed too
	 */
	void check(ConfigSnapshot<T> active) throws Exception;

}
