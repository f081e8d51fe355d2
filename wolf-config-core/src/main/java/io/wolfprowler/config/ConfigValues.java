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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The values of one configuration by key.
 */
@FunctionalInterface
public interface ConfigValues {

	/**
	 * Return a value.
	 * @param key the dotted TOML key, such as {@code crypto.cipher_suite} or
	 * {@code peers[2].host}
	 * @return the value of the record component, {@code null} if there is none
	 */
	@Nullable Object value(String key);

	/**
	 * Return all values as TOML values, with placeholders resolved. Tables are maps in
	 * the order of the type's components, arrays are lists. Each call traverses the whole
	 * configuration.
	 * @return the top-level values by name, including secrets; empty if they are not
	 * known
	 */
	default Map<String, Object> toml() {
		return Map.of();
	}

}
