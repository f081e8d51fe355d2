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

import java.lang.reflect.Executable;
import java.util.Set;
import java.util.function.Function;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a single value.
 *
 * @param expected what the value must be, in the words of a problem
 * @param reader converts a TOML value to Java, or throws a {@link RuntimeException}
 * @param writer converts a Java value to TOML
 * @param parser parses the text of a default to a TOML value
 * @param reflected what these call by reflection
 */
record ScalarShape(String expected, Function<Object, Object> reader, Function<Object, Object> writer,
		Function<String, Object> parser, Set<Executable> reflected) implements Shape {

	ScalarShape(String expected, Function<Object, Object> reader, Function<Object, Object> writer,
			Function<String, Object> parser) {
		this(expected, reader, writer, parser, Set.of());
	}

	/** Create the shape of a type whose Java and TOML values are the same. */
	static <S> ScalarShape of(String expected, Class<S> type, Function<String, S> parser) {
		return new ScalarShape(expected, type::cast, Function.identity(), parser::apply);
	}

	/** Create the shape of a type that is a string in TOML. */
	static <J> ScalarShape text(String expected, Function<String, J> reader, Function<J, String> writer) {
		return new ScalarShape(expected, (toml) -> reader.apply((String) toml), (value) -> {
			@SuppressWarnings("unchecked")
			J typed = (J) value;
			return writer.apply(typed);
		}, (text) -> text);
	}

	/** Return the same shape, which calls a member by reflection. */
	ScalarShape calling(Executable called) {
		return new ScalarShape(this.expected, this.reader, this.writer, this.parser, Set.of(called));
	}

	@Override
	public @Nullable Object read(Object toml, KeyPath key, BindProblems problems) {
		try {
			return this.reader.apply(toml);
		}
		catch (RuntimeException ex) {
			problems.mismatch(key, this.expected, toml);
			return null;
		}
	}

	@Override
	public Object write(Object value) {
		return this.writer.apply(value);
	}

	@Override
	public void collectReflected(Set<Executable> found) {
		found.addAll(this.reflected);
	}

	@Override
	public Object parse(String[] text) {
		if (text.length != 1) {
			throw new IllegalArgumentException("exactly one string is required");
		}
		return this.parser.apply(text[0]);
	}

}
