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

import org.jspecify.annotations.Nullable;

/**
 * A participant rejects a version, which does not become active.
 */
public class ConfigVetoException extends ConfigException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String key;

	/**
	 * Create a veto about one key. The location is found from the key.
	 * @param key the dotted TOML key of the value that can't be used
	 * @param reason what is wrong and what would be right, without the key and without
	 * secrets
	 */
	public ConfigVetoException(String key, String reason) {
		super(key + " " + reason);
		this.key = key;
	}

	/**
	 * Create a veto about the whole configuration.
	 * @param reason what is wrong and what would be right, without secrets
	 */
	public ConfigVetoException(String reason) {
		super(reason);
		this.key = null;
	}

	/**
	 * Return the key that the veto is about.
	 * @return the dotted TOML key, {@code null} if the veto is about the whole
	 * configuration
	 */
	public @Nullable String getKey() {
		return this.key;
	}

}
