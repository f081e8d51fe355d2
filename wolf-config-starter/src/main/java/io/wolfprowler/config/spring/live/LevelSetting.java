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

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One level in a configuration.
 *
 * @param key the dotted TOML key
 * @param name the name of a logger or logger group
 * @param level the name of the level, not validated yet
 */
record LevelSetting(String key, String name, String level) {

	private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

	/** Return the setting of one key, none if it has no value. */
	static <T> Function<T, Stream<LevelSetting>> one(String key, String name,
			Function<? super T, @Nullable String> level) {
		return (config) -> Stream.ofNullable(level.apply(config)).map((found) -> new LevelSetting(key, name, found));
	}

	/** Return the settings of a table whose keys are the names. */
	static <T> Function<T, Stream<LevelSetting>> table(String key,
			Function<? super T, @Nullable Map<String, String>> levels) {
		return (config) -> Stream.ofNullable(levels.apply(config))
			.flatMap((table) -> table.entrySet().stream())
			.map((entry) -> new LevelSetting(key + "." + quoted(entry.getKey()), entry.getKey(), entry.getValue()));
	}

	private static String quoted(String name) {
		return BARE.matcher(name).matches() ? name : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

}
