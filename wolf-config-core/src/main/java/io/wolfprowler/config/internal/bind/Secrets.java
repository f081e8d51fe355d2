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

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The secret values of configurations, to be masked in texts from elsewhere.
 *
 * @param values the values as text
 */
record Secrets(Set<String> values) {

	// One secret may be the beginning of another.
	private static final Comparator<String> LONGEST_FIRST = Comparator.comparingInt(String::length).reversed();

	/** Find the secrets in records that a shape has written. */
	static Secrets in(Shape shape, List<?> records) {
		Set<String> values = new HashSet<>();
		records.forEach((toml) -> collect(shape, toml, false, values));
		values.remove("");
		return new Secrets(values);
	}

	String mask(String text) {
		return this.values.stream().sorted(LONGEST_FIRST).reduce(text, (masked, value) -> masked.replace(value, "***"));
	}

	private static void collect(Shape shape, Object toml, boolean secret, Set<String> values) {
		if (toml instanceof Map<?, ?> table) {
			table.forEach((name, value) -> collectInner(shape, name, value, secret, values));
		}
		else if (toml instanceof List<?> array) {
			for (int i = 0; i < array.size(); i++) {
				collectInner(shape, i, array.get(i), secret, values);
			}
		}
		else if (secret) {
			values.add(toml.toString());
		}
	}

	private static void collectInner(Shape shape, Object segment, Object toml, boolean secret, Set<String> values) {
		Shape.Step step = shape.step(segment);
		collect((step != null) ? step.shape() : shape, toml, secret || (step != null && step.secret()), values);
	}

}
