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

import java.util.Objects;

/**
 * One active value with its key and its origin.
 *
 * @param key the dotted TOML key, such as {@code crypto.cipher_suite} or
 * {@code peers[2].host}
 * @param value the TOML value, with placeholders resolved: a string, long, double,
 * boolean, date or time, or a list
 * @param secret whether the value is secret and must not be shown
 * @param origin where the value comes from
 */
public record ConfigEntry(String key, Object value, boolean secret, ConfigOrigin origin) {

	/**
	 * Check the components.
	 */
	public ConfigEntry {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(value, "value");
		Objects.requireNonNull(origin, "origin");
	}

	/**
	 * Return a description in which a secret value is masked.
	 */
	@Override
	public String toString() {
		return "ConfigEntry[" + this.key + " = " + (this.secret ? "***" : this.value) + ", " + this.origin + "]";
	}

}
