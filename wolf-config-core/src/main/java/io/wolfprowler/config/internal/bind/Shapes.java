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
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.RestartRequired;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.TomlKey;
import io.wolfprowler.config.internal.toml.KeyPath;

import org.jspecify.annotations.Nullable;

/**
 * Makes the shapes of Java types. A type that can't be configured is a mistake of the
 * developer, and named with its place.
 */
final class Shapes {

	private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

	private final Map<Class<?>, RecordShape> records = new HashMap<>();

	RecordShape record(Class<?> type) {
		RecordShape known = this.records.get(type);
		if (known != null) {
			return known;
		}
		RecordShape shape = new RecordShape(canonicalConstructor(type));
		this.records.put(type, shape);
		Stream.of(type.getRecordComponents()).forEach((component) -> shape.add(member(component)));
		return shape;
	}

	private Member member(RecordComponent component) {
		Method accessor = component.getAccessor();
		accessor.setAccessible(true);
		String name = keyOf(component);
		Shape shape = bounded(shape(component.getGenericType(), component), component);
		return new Member(name, accessor, shape, isNullable(component), defaultValue(component, shape),
				component.isAnnotationPresent(Secret.class) || Credentials.isNameOfOne(name),
				component.isAnnotationPresent(RestartRequired.class));
	}

	private Shape shape(Type type, RecordComponent component) {
		if (type instanceof ParameterizedType parameterized) {
			return generic(parameterized, component);
		}
		if (type instanceof WildcardType wildcard) {
			return shape(wildcard.getUpperBounds()[0], component);
		}
		Shape shape = null;
		if (type instanceof Class<?> plain) {
			shape = plain.isRecord() ? record(plain) : Scalars.of(plain);
		}
		if (shape == null) {
			throw unsupported(type, component);
		}
		return shape;
	}

	private Shape generic(ParameterizedType type, RecordComponent component) {
		Class<?> raw = (Class<?>) type.getRawType();
		Type[] arguments = type.getActualTypeArguments();
		if (raw == Optional.class) {
			return new OptionalShape(shape(arguments[0], component));
		}
		if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
			return new CollectionShape(shape(arguments[0], component), false);
		}
		if (raw == Set.class) {
			return new CollectionShape(shape(arguments[0], component), true);
		}
		if (raw == Map.class) {
			return new MapShape(shape(arguments[0], component), shape(arguments[1], component),
					arguments[0] == String.class);
		}
		throw unsupported(type, component);
	}

	private static Shape bounded(Shape shape, RecordComponent component) {
		Bounds bounds = component.getAnnotation(Bounds.class);
		return (bounds != null) ? bounded(shape, bounds, component) : shape;
	}

	private static Shape bounded(Shape shape, Bounds bounds, RecordComponent component) {
		if (shape instanceof Integers integers) {
			return integers.within(bounds.min(), bounds.max());
		}
		if (shape instanceof OptionalShape optional) {
			return new OptionalShape(bounded(optional.content(), bounds, component));
		}
		if (shape instanceof CollectionShape collection) {
			return new CollectionShape(bounded(collection.element(), bounds, component), collection.unique());
		}
		throw new IllegalArgumentException("@Bounds of " + describe(component) + " needs an integer type");
	}

	private static @Nullable Object defaultValue(RecordComponent component, Shape shape) {
		Default declared = component.getAnnotation(Default.class);
		if (declared == null) {
			return null;
		}
		Findings findings = new Findings((key) -> false, Map.of());
		try {
			Object toml = shape.parse(declared.value());
			shape.read(toml, KeyPath.ROOT, findings);
			if (findings.count() == 0) {
				return toml;
			}
			throw new IllegalArgumentException(findings.problems().get(0).problem().message());
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException("@Default of " + describe(component) + " is not a "
					+ component.getGenericType().getTypeName() + ": " + String.join(", ", declared.value()), ex);
		}
	}

	private static boolean isNullable(RecordComponent component) {
		return !component.getType().isPrimitive()
				&& Stream.<AnnotatedElement>of(component, component.getAnnotatedType(), component.getAccessor())
					.flatMap((element) -> Stream.of(element.getAnnotations()))
					.map(Annotation::annotationType)
					.anyMatch((annotation) -> annotation.getSimpleName().equals("Nullable"));
	}

	private static String keyOf(RecordComponent component) {
		TomlKey key = component.getAnnotation(TomlKey.class);
		return (key != null) ? key.value() : snakeCase(component.getName());
	}

	static String snakeCase(String name) {
		return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
	}

	private static Constructor<?> canonicalConstructor(Class<?> type) {
		if (!type.isRecord()) {
			throw new IllegalArgumentException(type.getName() + " is not a record; a configuration type must be one");
		}
		Class<?>[] parameters = Stream.of(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(parameters);
			constructor.setAccessible(true);
			return constructor;
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("Every record has a canonical constructor", ex);
		}
	}

	private static IllegalArgumentException unsupported(Type type, RecordComponent component) {
		return new IllegalArgumentException("The type " + type.getTypeName() + " of " + describe(component)
				+ " can't be read from TOML; use a record, List, Set, Map, Optional, a single value,"
				+ " or a type with a static factory or constructor that takes a String");
	}

	private static String describe(RecordComponent component) {
		return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
	}

}
