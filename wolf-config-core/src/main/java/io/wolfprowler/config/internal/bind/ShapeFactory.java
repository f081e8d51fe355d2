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

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.ConfigTypeException;
import io.wolfprowler.config.RestartRequired;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.TomlKey;

/**
 * Creates the shapes of Java types. A type that can't be used in a configuration is a
 * programming error; all mistakes of a type are reported at once, each with its
 * component.
 */
final class ShapeFactory {

	private final Map<Class<?>, RecordShape> records = new HashMap<>();

	private final List<TypeDeclarationException> mistakes = new ArrayList<>();

	private ShapeFactory() {
	}

	/**
	 * Create the shape of a configuration type.
	 * @param type the type
	 * @return its shape
	 * @throws ConfigTypeException with all mistakes in it and in the records within
	 */
	static RecordShape of(Class<?> type) {
		ShapeFactory shapes = new ShapeFactory();
		shapes.noteMistakes(() -> shapes.record(type).checkFinite(new HashSet<>()));
		if (!shapes.mistakes.isEmpty()) {
			throw new ConfigTypeException(type,
					shapes.mistakes.stream().map(TypeDeclarationException::mistake).toList(),
					shapes.mistakes.get(0).getCause());
		}
		return shapes.record(type);
	}

	private void noteMistakes(Runnable step) {
		try {
			step.run();
		}
		catch (TypeDeclarationException ex) {
			this.mistakes.add(ex);
		}
	}

	private RecordShape record(Class<?> type) {
		RecordShape known = this.records.get(type);
		if (known != null) {
			return known;
		}
		Constructor<?> constructor = canonicalConstructor(type);
		RecordShape shape = new RecordShape(constructor);
		this.records.put(type, shape);
		Component.of(constructor).forEach((component) -> {
			if (!component.foreign().isEmpty()) {
				this.mistakes.addAll(LookAlikes.on(component));
			}
			noteMistakes(() -> shape.add(member(component)));
		});
		return shape;
	}

	private Member member(Component component) {
		Method accessor = component.declared().getAccessor();
		accessor.setAccessible(true);
		String name = keyOf(component);
		Shape shape = bounded(shape(component.declared().getGenericType(), component), component);
		Optional<DeclaredDefault> declared = DeclaredDefault.on(component);
		return new Member(name, accessor, shape, component.isNullable() && declared.isEmpty(),
				declared.map((one) -> one.valueFor(shape, component)).orElse(null),
				component.has(Secret.class) || CredentialNames.matches(name), component.has(RestartRequired.class));
	}

	private Shape shape(Type type, Component component) {
		if (type instanceof ParameterizedType parameterized) {
			return generic(parameterized, component);
		}
		if (type instanceof WildcardType wildcard) {
			return shape(wildcard.getUpperBounds()[0], component);
		}
		Shape shape = null;
		if (type instanceof Class<?> plain) {
			shape = plain.isRecord() ? record(plain) : ScalarShapes.of(plain);
		}
		if (shape == null) {
			throw unsupported(type, component);
		}
		return shape;
	}

	private Shape generic(ParameterizedType type, Component component) {
		Class<?> raw = (Class<?>) type.getRawType();
		Type[] arguments = type.getActualTypeArguments();
		if (raw == Optional.class) {
			return new OptionalShape(shape(arguments[0], component));
		}
		if (raw == List.class || raw == Collection.class || raw == Iterable.class || raw == Set.class) {
			return new CollectionShape(shape(arguments[0], component), raw == Set.class);
		}
		if (raw == Map.class) {
			return new MapShape(shape(arguments[0], component), shape(arguments[1], component),
					arguments[0] == String.class);
		}
		throw unsupported(type, component);
	}

	private static Shape bounded(Shape shape, Component component) {
		return component.find(Bounds.class).map((bounds) -> bounded(shape, bounds, component)).orElse(shape);
	}

	private static Shape bounded(Shape shape, Bounds bounds, Component component) {
		if (shape instanceof IntegerShape integers) {
			IntegerShape bounded = integers.within(bounds.min(), bounds.max());
			if (bounded.isEmpty()) {
				throw new TypeDeclarationException("@Bounds of " + component.qualifiedName()
						+ " allow no number: min is " + bounds.min() + ", max is " + bounds.max());
			}
			return bounded;
		}
		if (shape instanceof OptionalShape optional) {
			return new OptionalShape(bounded(optional.content(), bounds, component));
		}
		if (shape instanceof CollectionShape collection) {
			return new CollectionShape(bounded(collection.element(), bounds, component), collection.unique());
		}
		throw new TypeDeclarationException("@Bounds of " + component.qualifiedName() + " needs an integer type");
	}

	private static String keyOf(Component component) {
		return component.find(TomlKey.class).map(TomlKey::value).orElseGet(() -> SnakeCase.of(component.name()));
	}

	private static Constructor<?> canonicalConstructor(Class<?> type) {
		if (!type.isRecord()) {
			throw new TypeDeclarationException(type.getName() + " is not a record; a configuration type must be one");
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

	private static TypeDeclarationException unsupported(Type type, Component component) {
		return new TypeDeclarationException("The type " + type.getTypeName() + " of " + component.qualifiedName()
				+ " can't be read from TOML; use a record, List, Set, Map, Optional, a single value,"
				+ " or a type with a static factory or constructor that takes a String");
	}

}
