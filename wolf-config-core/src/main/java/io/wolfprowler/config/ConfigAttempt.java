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
 * One attempt to make a candidate the active configuration.
 *
 * @param at when its outcome was decided
 * @param cause why it was made
 * @param actor who requested it, {@code null} if nobody did or if that is not known
 * @param digest the SHA-256 of the document it was based on, in lower-case hexadecimal;
 * empty if no document was available
 * @param result its outcome, changes and problems
 * @param stages the time spent in each stage that it reached, in the order of the stages.
 * Repetitions of a stage are added up, and binding is counted as
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
