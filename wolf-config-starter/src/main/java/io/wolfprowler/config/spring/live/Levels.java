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

package io.wolfprowler.config.spring.live;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.logging.LogLevel;

/**
 * Levels by name. A logger without a level inherits one.
 *
 * @param groups the levels of logger groups
 * @param loggers the levels of loggers, including the members of the groups
 */
record Levels(Map<String, LogLevel> groups, Map<String, LogLevel> loggers) {

	static final Levels NONE = new Levels(Map.of(), Map.of());

	// Copies that keep the order in which loggers are set.
	Levels {
		groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
		loggers = Collections.unmodifiableMap(new LinkedHashMap<>(loggers));
	}

}
