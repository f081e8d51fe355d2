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

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wolfprowler.config.Default;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.spi.DefaultReader;
import org.jspecify.annotations.Nullable;

/**
 * The default that an annotation declares for a component.
 *
 * @param annotation {@link Default}, or one that a {@link DefaultReader} knows
 * @param text the strings, none for the empty value of the type
 */
record DeclaredDefault(Annotation annotation, List<String> text) {

	static Optional<DeclaredDefault> on(Component component) {
		Stream<DeclaredDefault> ours = component.find(Default.class)
			.map((declared) -> new DeclaredDefault(declared, List.of(declared.value())))
			.stream();
		List<DeclaredDefault> all = Stream.concat(ours, component.foreign().stream().flatMap(DeclaredDefault::read))
			.toList();
		if (all.size() > 1) {
			throw new TypeDeclarationException(component.qualifiedName() + " has more than one default; keep one of "
					+ all.stream()
						.map((one) -> "@" + one.annotation().annotationType().getName())
						.collect(Collectors.joining(", ")));
		}
		return all.stream().findFirst();
	}

	/**
	 * Return whether an annotation of another framework counts, so that nothing is lost.
	 */
	static boolean isRead(Annotation foreign) {
		return read(foreign).findAny().isPresent();
	}

	private static Stream<DeclaredDefault> read(Annotation foreign) {
		return Readers.FOUND.stream()
			.flatMap((reader) -> reader.read(foreign).stream())
			.map((text) -> new DeclaredDefault(foreign, text));
	}

	/**
	 * Return the TOML value of the default.
	 * @return the value, {@code null} if it is the value of a missing key anyway
	 */
	@Nullable Object valueFor(Shape shape, Component component) {
		if (!this.text.isEmpty()) {
			return parsed(shape, component);
		}
		if (!shape.hasEmptyValue()) {
			throw new TypeDeclarationException(name() + " of " + component.qualifiedName()
					+ " needs a value; only a record, an Optional, a collection and a map have an empty one");
		}
		return null;
	}

	private Object parsed(Shape shape, Component component) {
		BindProblems problems = new BindProblems((key) -> false, Map.of());
		try {
			Object toml = shape.parse(this.text.toArray(String[]::new));
			shape.read(toml, KeyPath.ROOT, problems);
			if (problems.count() == 0) {
				return toml;
			}
			throw new IllegalArgumentException(problems.toList().get(0).problem().message());
		}
		catch (RuntimeException ex) {
			throw new TypeDeclarationException(name() + " of " + component.qualifiedName() + " must be "
					+ shape.expected() + ", found " + String.join(", ", this.text), ex);
		}
	}

	private String name() {
		return "@" + this.annotation.annotationType().getSimpleName();
	}

	/**
	 * The readers, loaded when the first annotation of another library is found.
	 */
	private static final class Readers {

		static final List<DefaultReader> FOUND = ServiceLoader
			.load(DefaultReader.class, DefaultReader.class.getClassLoader())
			.stream()
			.map(ServiceLoader.Provider::get)
			.toList();

		private Readers() {
		}

	}

}
