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

package io.wolfprowler.config.internal.history;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Converts a configuration value to a form that may be shown: a boolean, a number, a
 * string, or a list of these. Secrets and structured values are masked.
 */
final class MaskedValue {

	private static final String SECRET = "***";

	private static final String SEVERAL = "(several values)";

	private MaskedValue() {
	}

	static @Nullable Object of(@Nullable Object value) {
		return of(value, false);
	}

	static @Nullable Object of(@Nullable Object value, boolean secret) {
		try {
			Object held = unwrapped(value);
			if (held != null && secret) {
				return SECRET;
			}
			return holdsSeveral(held) ? SEVERAL : plain(held);
		}
		catch (RuntimeException ex) {
			// Thrown by code of an application type.
			return "(" + ex.getClass().getName() + ")";
		}
	}

	private static @Nullable Object unwrapped(@Nullable Object value) {
		return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
	}

	// They may contain secrets at any depth.
	private static boolean holdsSeveral(@Nullable Object value) {
		Object held = unwrapped(value);
		return held instanceof Record || held instanceof Map || (held != null && held.getClass().isArray())
				|| (held instanceof Collection<?> values && values.stream().anyMatch(MaskedValue::holdsSeveral));
	}

	private static @Nullable Object plain(@Nullable Object value) {
		Object held = unwrapped(value);
		if (held instanceof Collection<?> values) {
			return values.stream().map(MaskedValue::plain).toList();
		}
		return (held == null || held instanceof Boolean || isNumber(held)) ? held : held.toString();
	}

	// JSON has neither infinity nor NaN.
	private static boolean isNumber(Object value) {
		return (value instanceof Double number && Double.isFinite(number))
				|| (value instanceof Float other && Float.isFinite(other)) || value instanceof Integer
				|| value instanceof Long || value instanceof Short || value instanceof Byte
				|| value instanceof BigInteger || value instanceof BigDecimal;
	}

}
