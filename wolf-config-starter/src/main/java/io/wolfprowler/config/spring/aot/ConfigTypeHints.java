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

package io.wolfprowler.config.spring.aot;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.bind.TypeRules;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;

/**
 * Registers the runtime hints of configuration types for native images. The types of
 * manager, view, participant, validator and probe beans are found automatically. The type
 * of a manager that is built elsewhere needs a
 * {@link org.springframework.aot.hint.RuntimeHintsRegistrar} that calls this class.
 */
public final class ConfigTypeHints {

	private ConfigTypeHints() {
	}

	/**
	 * Register what is called by reflection for a configuration type and all types in it:
	 * to bind, write, compare and validate it, for Jakarta Validation and for conditions
	 * of event listeners.
	 * @param hints the hints to extend
	 * @param type the record class
	 * @throws IllegalArgumentException when the type can't be read from TOML
	 */
	public static void register(RuntimeHints hints, Class<?> type) {
		Objects.requireNonNull(hints, "hints");
		Set<Executable> reflected = new LinkedHashSet<>(Schema.of(type).reflected());
		reflected.addAll(TypeRules.reflected(type));
		reflected.forEach((executable) -> register(hints.reflection(), executable));
	}

	private static void register(ReflectionHints hints, Executable executable) {
		Class<?> owner = executable.getDeclaringClass();
		// A factory method may have one of several names.
		hints.registerType(owner, MemberCategory.INVOKE_PUBLIC_METHODS);
		if (owner.isRecord()) {
			hints.registerType(owner, MemberCategory.ACCESS_DECLARED_FIELDS);
		}
		if (executable instanceof Constructor<?> constructor) {
			hints.registerConstructor(constructor, ExecutableMode.INVOKE);
		}
		else {
			hints.registerMethod((Method) executable, ExecutableMode.INVOKE);
		}
	}

}
