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

import java.util.List;

/**
 * Rules that a candidate must satisfy.
 *
 * @param <T> the type of the configuration
 */
@FunctionalInterface
public interface ConfigValidator<T> {

	/**
	 * Check a candidate. This method must be free of side effects: it is called on any
	 * thread, also for candidates that never become active. An exception is reported as a
	 * problem.
	 * @param candidate a configuration that is not active yet
	 * @return all problems, see {@link Problem#invalid(String, String)}; empty if there
	 * are none
	 */
	List<Problem> validate(T candidate);

	/**
	 * Return warnings about values that are valid but probably unintended. They are
	 * logged when the candidate is accepted.
	 * @param candidate a configuration that satisfies all rules
	 * @return the warnings; empty by default
	 */
	default List<Problem> warnings(T candidate) {
		return List.of();
	}

}
