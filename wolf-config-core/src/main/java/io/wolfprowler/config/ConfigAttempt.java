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

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to put a candidate in force.
 *
 * @param at when it was decided
 * @param cause why it was made
 * @param actor who asked for it, {@code null} if nobody did or it is not known
 * @param digest the SHA-256 of the text it was made on, in lower-case hexadecimal; empty
 * when there was none to be had
 * @param result what came of it
 * @param stages how long each stage took that it came to, in their order; one that it
 * went through several times counts together, and binding counts with
 * {@link Problem.Stage#VALIDATE}
 */
public record ConfigAttempt(Instant at, Cause cause, @Nullable String actor, String digest, ReloadResult result,
		Map<Problem.Stage, Duration> stages) {

	/**
	 * Check the components.
	 */
	public ConfigAttempt {
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(cause, "cause");
		Objects.requireNonNull(digest, "digest");
		Objects.requireNonNull(result, "result");
		stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
	}

}
