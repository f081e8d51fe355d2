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
 * Asks whether the application is well on a configuration that is in force: the second
 * opinion after all checks and participants. It is asked again and again for some time
 * after each new version; when it says no, the newest version that has passed is brought
 * back, as a new version with the cause {@link Cause#AUTO_ROLLBACK}. That one is not put
 * to the question again.
 * <p>
 * Runs on a thread of its own, one call at a time for each manager, and each call may
 * take as long as that of a {@link ConfigParticipant}.
 *
 * @param <T> the type of the configuration, or a supertype of it
 */
@FunctionalInterface
public interface ConfigProbe<T> {

	/**
	 * Ask whether the application is well.
	 * @param inForce the version to judge
	 * @throws Exception when it is not, with the reason, without secrets, as its message;
	 * not to return in time counts as that, too
	 */
	void check(ConfigSnapshot<T> inForce) throws Exception;

}
