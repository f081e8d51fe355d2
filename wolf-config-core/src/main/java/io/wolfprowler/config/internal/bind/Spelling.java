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

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wolfprowler.config.internal.toml.Table;
import org.jspecify.annotations.Nullable;

/**
 * How a value stands in a text, and what it means. A value that still means the same
 * keeps its placeholders.
 *
 * @param text the value as it stands in the text
 * @param meaning the value as a record is written
 */
public record Spelling(Object text, Object meaning) {

	/**
	 * Check the components.
	 */
	public Spelling {
		Objects.requireNonNull(text, "text");
		Objects.requireNonNull(meaning, "meaning");
	}

	/**
	 * Spell a value: as it was where it means what it meant, and so that it stands for
	 * itself where it does not.
	 * @param value the value as a record is written
	 * @param known how the value was spelled so far
	 * @return the value as it is to stand in a text
	 */
	public static Object of(Object value, List<Spelling> known) {
		for (Spelling spelling : known) {
			if (spelling.meaning.equals(value)) {
				return spelling.text;
			}
		}
		if (known.isEmpty()) {
			return Placeholders.escaped(value);
		}
		if (value instanceof Map<?, ?> table) {
			return table(table, known);
		}
		return (value instanceof List<?> array) ? array(array, known) : Placeholders.escaped(value);
	}

	private static Object table(Map<?, ?> table, List<Spelling> known) {
		Map<String, Object> spelled = new LinkedHashMap<>();
		table.forEach((name, value) -> {
			List<Spelling> inner = new ArrayList<>();
			for (Spelling spelling : known) {
				Spelling one = between(inTable(spelling.text, name), inTable(spelling.meaning, name));
				if (one != null) {
					inner.add(one);
				}
			}
			spelled.put((String) name, of(value, inner));
		});
		return new Table(spelled);
	}

	private static Object array(List<?> array, List<Spelling> known) {
		List<Elements> elements = known.stream().map(Elements::of).toList();
		List<Object> spelled = new ArrayList<>();
		for (int i = 0; i < array.size(); i++) {
			List<Spelling> inner = new ArrayList<>();
			for (Elements each : elements) {
				Spelling one = each.find(array.get(i), i);
				if (one != null) {
					inner.add(one);
				}
			}
			spelled.add(of(array.get(i), inner));
		}
		return Collections.unmodifiableList(spelled);
	}

	private static @Nullable Object inTable(Object toml, Object name) {
		return (toml instanceof Map<?, ?> table) ? table.get(name) : null;
	}

	private static @Nullable Spelling between(@Nullable Object text, @Nullable Object meaning) {
		return (text != null && meaning != null) ? new Spelling(text, meaning) : null;
	}

	/**
	 * The elements of an array, which may have moved since.
	 *
	 * @param inOrder the elements
	 * @param byMeaning the same by what they mean
	 */
	private record Elements(List<Spelling> inOrder, Map<Object, Spelling> byMeaning) {

		static Elements of(Spelling array) {
			List<Spelling> inOrder = new ArrayList<>();
			Map<Object, Spelling> byMeaning = new HashMap<>();
			if (array.text instanceof List<?> texts && array.meaning instanceof List<?> meanings
					&& texts.size() == meanings.size()) {
				for (int i = 0; i < texts.size(); i++) {
					Spelling element = new Spelling(texts.get(i), meanings.get(i));
					inOrder.add(element);
					byMeaning.putIfAbsent(element.meaning, element);
				}
			}
			return new Elements(inOrder, byMeaning);
		}

		@Nullable Spelling find(Object value, int index) {
			Spelling same = (index < this.inOrder.size()) ? this.inOrder.get(index) : null;
			if (same != null && same.meaning.equals(value)) {
				return same;
			}
			return this.byMeaning.getOrDefault(value, same);
		}

	}

}
