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

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an integer within the bounds of its Java type, or narrower ones.
 *
 * @param type the primitive type
 * @param min the smallest number allowed
 * @param max the largest number allowed
 */
record IntegerShape(Class<?> type, long min, long max) implements Shape {

	IntegerShape within(long atLeast, long atMost) {
		return new IntegerShape(this.type, Math.max(this.min, atLeast), Math.min(this.max, atMost));
	}

	boolean isEmpty() {
		return this.min > this.max;
	}

	@Override
	public @Nullable Object read(Object toml, KeyPath key, BindProblems problems) {
		if (!(toml instanceof Long number)) {
			problems.mismatch(key, "an integer", toml);
			return null;
		}
		if (number < this.min || number > this.max) {
			problems.mismatch(key, "between " + this.min + " and " + this.max, toml);
			return null;
		}
		return narrowed(number);
	}

	@Override
	public Object write(Object value) {
		return ((Number) value).longValue();
	}

	@Override
	public Object parse(String[] text) {
		if (text.length != 1) {
			throw new IllegalArgumentException("exactly one string is required");
		}
		return Long.valueOf(text[0]);
	}

	@Override
	public String expected() {
		boolean isLong = this.type == long.class;
		boolean fromBelow = this.min == (isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
		boolean toAbove = this.max == (isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
		if (fromBelow && toAbove) {
			return "an integer";
		}
		if (fromBelow || toAbove) {
			return "an integer of at " + (toAbove ? "least " + this.min : "most " + this.max);
		}
		return "an integer from " + this.min + " to " + this.max;
	}

	private Object narrowed(Long number) {
		if (this.type == int.class) {
			return number.intValue();
		}
		if (this.type == short.class) {
			return number.shortValue();
		}
		return (this.type == byte.class) ? (Object) number.byteValue() : number;
	}

}
