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

/**
 * How a manager learns of changes while a script runs.
 */
enum Mode {

	/** By events alone, unless the script says that there are none. */
	EVENTS,

	/** By polling alone, as on a file system without events. */
	POLL;

	boolean suits(FaultCase script) {
		return !script.hasOption("mode") || script.option("mode", "").equalsIgnoreCase(name());
	}

	String poll(FaultCase script) {
		if (this == POLL) {
			return "50ms";
		}
		return script.option("events", "").equals("no") ? "100ms" : "5m";
	}

}
