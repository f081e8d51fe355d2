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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a word of a script does.
 */
@FunctionalInterface
interface Step {

	/** Every word. */
	Map<String, Step> WORDS = words();

	void run(Bench bench, List<String> arguments) throws Exception;

	static void run(Bench bench, String line) throws Exception {
		List<String> words = List.of(line.split("\\s+"));
		Step step = WORDS.get(words.get(0));
		if (step == null) {
			throw new IllegalArgumentException("No such step: " + line);
		}
		bench.journal.add(line);
		step.run(bench, words.subList(1, words.size()));
	}

	private static Map<String, Step> words() {
		Map<String, Step> words = new HashMap<>();
		FileSteps.addTo(words);
		TreeSteps.addTo(words);
		ManagerSteps.addTo(words);
		return Map.copyOf(words);
	}

}
