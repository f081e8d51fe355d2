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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An accepted configuration with its version and provenance.
 *
 * @param version 1 for the first accepted configuration, then incremented by one for each
 * @param config the configuration
 * @param digest the SHA-256 of the document that this version was read from or is based
 * on, in lower-case hexadecimal
 * @param loadedAt when it was accepted
 * @param cause why it was accepted
 * @param origin the description of the source
 * @param values the values of the configuration by key
 * @param <T> the type of the configuration
 */
public record ConfigSnapshot<T>(long version, T config, String digest, Instant loadedAt, Cause cause, String origin,
		ConfigValues values) {

	/**
	 * Return one value of the configuration. Costs one map lookup if the same key was
	 * requested before.
	 * @param key the dotted TOML key, such as {@code crypto.cipher_suite} or
	 * {@code peers[2].host}
	 * @return the value of the record component, which may be a default; {@code null} if
	 * there is none
	 */
	public @Nullable Object value(String key) {
		return this.values.value(key);
	}

	/**
	 * Return a description without the configuration, which may contain secrets.
	 */
	@Override
	public String toString() {
		return "ConfigSnapshot[version=" + this.version + ", digest=" + this.digest + ", loadedAt=" + this.loadedAt
				+ ", cause=" + this.cause + ", origin=" + this.origin + "]";
	}

}
