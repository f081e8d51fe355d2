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

package io.wolfprowler.config.internal.toml.guard;

/**
 * What tests of other packages ask about long runs of blank and comment lines.
 */
public final class LongRuns {

	private LongRuns() {
	}

	/** Return whether the parser sees a long run, because it may be part of a string. */
	public static boolean remainIn(String text) {
		return ThinnedText.hasLongRun(ThinnedText.of(text).text());
	}

}
