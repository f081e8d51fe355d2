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
import java.util.Objects;

/**
 * One accepted version in the history.
 *
 * @param version the number of the version
 * @param acceptedAt when it was accepted
 * @param cause why it was accepted
 * @param digest the SHA-256 of the document that is kept for this version, in lower-case
 * hexadecimal
 * @param origin the description of the source of the document
 */
public record ConfigVersion(long version, Instant acceptedAt, Cause cause, String digest, String origin) {

	/**
	 * Check the components.
	 */
	public ConfigVersion {
		Objects.requireNonNull(acceptedAt, "acceptedAt");
		Objects.requireNonNull(cause, "cause");
		Objects.requireNonNull(digest, "digest");
		Objects.requireNonNull(origin, "origin");
	}

}
