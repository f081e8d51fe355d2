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
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Types with a factory that takes what their {@code toString()} returns, such as
 * {@code UUID}, {@code URI}, {@code ZoneId} and {@code DataSize}.
 */
final class TextFactory {

	private static final String[] NAMES = { "of", "valueOf", "parse", "fromString", "create" };

	private TextFactory() {
	}

	static @Nullable Shape shapeOf(Class<?> type) {
		Executable factory = find(type);
		if (factory == null) {
			return null;
		}
		String name = type.getSimpleName().toLowerCase(Locale.ROOT);
		return ScalarShape.text("a string that is a " + name, (text) -> create(factory, text), Object::toString)
			.calling(factory);
	}

	private static @Nullable Executable find(Class<?> type) {
		if (type.isPrimitive() || type.isInterface() || type.isArray()) {
			return null;
		}
		for (String name : NAMES) {
			for (Class<?> parameter : new Class<?>[] { String.class, CharSequence.class }) {
				Method method = method(type, name, parameter);
				if (method != null) {
					return method;
				}
			}
		}
		return constructor(type);
	}

	// In a native image, asking for a method that is missing is an error.
	private static @Nullable Method method(Class<?> type, String name, Class<?> parameter) {
		return Stream.of(type.getMethods())
			.filter((method) -> method.getName().equals(name) && Modifier.isStatic(method.getModifiers())
					&& Arrays.equals(method.getParameterTypes(), new Class<?>[] { parameter })
					&& type.isAssignableFrom(method.getReturnType()))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Constructor<?> constructor(Class<?> type) {
		try {
			return Modifier.isAbstract(type.getModifiers()) ? null : type.getConstructor(String.class);
		}
		catch (NoSuchMethodException ex) {
			return null;
		}
	}

	private static Object create(Executable factory, String text) {
		try {
			Object made = (factory instanceof Constructor<?> constructor) ? constructor.newInstance(text)
					: ((Method) factory).invoke(null, text);
			return Objects.requireNonNull(made);
		}
		catch (InvocationTargetException | InstantiationException | IllegalAccessException ex) {
			throw new IllegalArgumentException(text, ex);
		}
	}

}
