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

package io.wolfprowler.config.internal.toml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes random values of TOML, small and with names that collide often.
 */
final class RandomValues {

	private static final String[] NAMES = { "a", "b", "c", "d.e", "", "f g", "\u00E9", "\"" };

	private static final Object[] SCALARS = { 0L, 1L, -7L, Long.MAX_VALUE, Long.MIN_VALUE, 1.5, -0.0, 1e300, Double.NaN,
			Double.NEGATIVE_INFINITY, true, false, "", "x", "two\nlines", "quo\"te'''", "\u0001\u007F\t\\",
			"\uD83D\uDE00", LocalDate.of(2026, 11, 23), LocalTime.of(7, 32, 0, 1), LocalDateTime.of(2026, 1, 2, 3, 4),
			OffsetDateTime.parse("2026-11-23T07:32:00.25+01:00") };

	private final Random random;

	RandomValues(long seed) {
		this.random = new Random(seed);
	}

	TomlTree tree() {
		return new TomlTree(table(3));
	}

	/** Return a tree that differs from another in some values. */
	TomlTree like(TomlTree tree) {
		return new TomlTree(like(tree.root()));
	}

	Object scalar() {
		return SCALARS[this.random.nextInt(SCALARS.length)];
	}

	/** Return another value of the same type, so far as there is one. */
	Object scalarLike(Object scalar) {
		List<Object> same = Stream.of(SCALARS).filter((each) -> each.getClass() == scalar.getClass()).toList();
		return same.get(this.random.nextInt(same.size()));
	}

	int index(int bound) {
		return this.random.nextInt(bound);
	}

	private Map<String, Object> table(int depth) {
		Map<String, Object> table = new LinkedHashMap<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			table.put(NAMES[this.random.nextInt(NAMES.length)], value(depth - 1));
		}
		return table;
	}

	private Object value(int depth) {
		int kind = (depth > 0) ? this.random.nextInt(6) : 0;
		return switch (kind) {
			case 3 -> table(depth);
			case 4 -> list(() -> value(depth - 1));
			case 5 -> list(() -> table(depth));
			default -> scalar();
		};
	}

	private List<Object> list(Supplier<Object> element) {
		return Stream.generate(element).limit(this.random.nextInt(4)).toList();
	}

	private Map<String, Object> like(Map<String, Object> table) {
		Map<String, Object> copy = new LinkedHashMap<>();
		table.forEach((name, value) -> {
			if (this.random.nextInt(6) > 0) {
				copy.put(name, likeValue(value));
			}
		});
		if (this.random.nextInt(4) == 0) {
			copy.put(NAMES[this.random.nextInt(NAMES.length)], value(2));
		}
		return copy;
	}

	private Object likeValue(Object value) {
		if (value instanceof Map && this.random.nextInt(8) > 0) {
			return like(TomlTree.table(value));
		}
		if (value instanceof List<?> list && this.random.nextInt(4) > 0) {
			return list.stream().map(this::likeValue).toList();
		}
		return (this.random.nextInt(3) == 0) ? value(2) : value;
	}

}
