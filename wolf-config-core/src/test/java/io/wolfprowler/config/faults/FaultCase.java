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

package io.wolfprowler.config.faults;

import java.util.List;
import java.util.Map;

/**
 * One script: what happens to a file before and while a manager watches it, and what has
 * come of it in the end.
 *
 * @param name says what happens
 * @param options what the script needs and how the manager is set up
 * @param given the steps before the manager starts
 * @param steps the steps while it watches
 * @param expected the numbers applied, in order; one with a question mark may be missing
 * @param outcome what the last look says instead of having applied something, empty if it
 * has
 */
record FaultCase(String name, Map<String, String> options, List<String> given, List<String> steps,
		List<String> expected, String outcome) {

	String option(String option, String otherwise) {
		return this.options.getOrDefault(option, otherwise);
	}

	boolean hasOption(String option) {
		return this.options.containsKey(option);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
