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

package io.wolfprowler.config.internal.bind;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Recognizes the names of credentials.
 */
final class CredentialNames {

	private static final Pattern NAME = Pattern
		.compile("(.*[_.-])?(password|passwd|passphrase|secret|token|credentials?|key)");

	private CredentialNames() {
	}

	static boolean matches(String key) {
		return NAME.matcher(SnakeCase.of(key)).matches();
	}

	/** Return whether a TOML value contains a key with such a name. */
	static boolean occurIn(@Nullable Object toml) {
		if (toml instanceof Map<?, ?> table) {
			return table.entrySet()
				.stream()
				.anyMatch((entry) -> matches((String) entry.getKey()) || occurIn(entry.getValue()));
		}
		return toml instanceof Collection<?> array && array.stream().anyMatch(CredentialNames::occurIn);
	}

}
