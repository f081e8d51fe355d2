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
 * What tools ask a manager: endpoints, consoles, reports and tests. Applications that
 * only use their configuration don't need it.
 *
 * @see ConfigManager#inspect()
 */
public interface ConfigInspection {

	/**
	 * Return all active values, key by key, in the order of the type's components. Nested
	 * tables are expanded, also those in arrays; any other array is one value. Each call
	 * walks the whole configuration and its document.
	 * @return the values, secrets among them, each with where it comes from
	 */
	List<ConfigEntry> entries();

	/**
	 * Return the accepted versions that a {@link ConfigManager#rollback(long) rollback}
	 * can return to, the newest first.
	 * @return the versions, with the active one at the head
	 */
	List<ConfigVersion> history();

	/**
	 * Return what differs between two versions of the {@link #history()}. Both are bound
	 * as this application binds them today, without validation. The values of secrets are
	 * masked as {@code ***}.
	 * @param from the version before
	 * @param to the version after
	 * @return one change for each value that differs
	 * @throws ConfigException when a version is no longer kept or can't be read
	 */
	List<ConfigChange.Property> diff(long from, long to);

	/**
	 * Return the values that TOML statements set, for
	 * {@link ConfigManager#updateValues(Map)}.
	 * @param toml statements as they stand in a document, such as {@code web_port = 9090}
	 * @return the values by dotted TOML key, in the order of the statements: tables are
	 * expanded, an array is one value
	 * @throws ConfigRejectedException with all problems, when they are not TOML
	 */
	Map<String, Object> parseValues(String toml);

}
