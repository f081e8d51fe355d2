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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigType;
import io.wolfprowler.config.ConfigTypeException;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.spi.ChangeMapper;

/**
 * The rules that a configuration type declares with {@link ConfigType}.
 *
 * @param validators the validators of the type
 * @param changes maps its changes to variants
 * @param <T> the configuration type
 */
public record TypeRules<T>(List<ConfigValidator<? super T>> validators, ChangeMapper changes) {

	/**
	 * Read the declaration on a type.
	 * @param type the configuration type
	 * @param <T> the configuration type
	 * @return its rules, none if it declares none
	 * @throws ConfigTypeException if a class named there can't be instantiated
	 */
	public static <T> TypeRules<T> of(Class<T> type) {
		ConfigType declared = type.getAnnotation(ConfigType.class);
		if (declared == null) {
			return new TypeRules<>(List.of(), (change) -> change);
		}
		List<ConfigValidator<? super T>> validators = new ArrayList<>();
		for (Class<? extends ConfigValidator<?>> validator : declared.validators()) {
			@SuppressWarnings("unchecked")
			ConfigValidator<? super T> instance = (ConfigValidator<? super T>) instantiate(type, validator);
			validators.add(instance);
		}
		Function<Class<? extends ChangeMapper>, ChangeMapper> mapper = (named) -> instantiate(type, named);
		return new TypeRules<>(validators,
				Stream.of(declared.changes()).findFirst().map(mapper).orElse((change) -> change));
	}

	/**
	 * Return the validators of the type, followed by others.
	 * @param more the other validators
	 * @return all validators
	 */
	public List<ConfigValidator<? super T>> with(List<ConfigValidator<? super T>> more) {
		List<ConfigValidator<? super T>> all = new ArrayList<>(this.validators);
		all.addAll(more);
		return List.copyOf(all);
	}

	/**
	 * Return what is called by reflection to read the declaration on a type.
	 * @param type the configuration type
	 * @return the constructors without parameters of the classes named there
	 */
	public static List<Constructor<?>> reflected(Class<?> type) {
		ConfigType declared = type.getAnnotation(ConfigType.class);
		if (declared == null) {
			return List.of();
		}
		return Stream.concat(Stream.of(declared.validators()), Stream.of(declared.changes()))
			.<Constructor<?>>flatMap((named) -> Stream.of(named.getDeclaredConstructors()))
			.filter((constructor) -> constructor.getParameterCount() == 0)
			.toList();
	}

	private static <C> C instantiate(Class<?> owner, Class<C> named) {
		try {
			Constructor<C> constructor = named.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new ConfigTypeException(owner, List.of(named.getName() + " needs a constructor without parameters"),
					ex);
		}
	}

}
