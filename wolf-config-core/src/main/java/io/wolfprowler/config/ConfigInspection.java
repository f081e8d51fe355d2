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
import java.util.Map;

/**
 * Inspects a manager, for endpoints, consoles, reports and tests. Applications that only
 * use their configuration don't need it. All methods may be called from any thread.
 *
 * @see ConfigManager#inspect()
 */
public interface ConfigInspection {

	/**
	 * Return all active values, key by key, in the order of the type's components. Nested
	 * tables are expanded, also those in arrays; any other array is one value. Each call
	 * traverses the whole configuration and its document.
	 * @return the values with their origins, including the values of secrets
	 */
	List<ConfigEntry> entries();

	/**
	 * Return the accepted versions that a {@link ConfigManager#rollback(long) rollback}
	 * can restore, newest first.
	 * @return the versions, beginning with the active one
	 */
	List<ConfigVersion> history();

	/**
	 * Return the changes between two versions of the {@link #history()}. Both are bound
	 * with the present configuration type and are not validated. The values of secrets
	 * are masked as {@code ***}.
	 * @param from the old version
	 * @param to the new version
	 * @return one change for each value that differs
	 * @throws ConfigException if a version is no longer in the history or can't be read
	 */
	List<ConfigChange.Property> diff(long from, long to);

	/**
	 * Return the values that TOML statements set, for
	 * {@link ConfigManager#updateValues(Map)}.
	 * @param toml TOML statements, such as {@code web_port = 9090}
	 * @return the values by dotted TOML key, in the order of the statements. Tables are
	 * expanded; an array is one value
	 * @throws ConfigRejectedException with all problems, if the statements are not valid
	 * TOML
	 */
	Map<String, Object> parseValues(String toml);

}
