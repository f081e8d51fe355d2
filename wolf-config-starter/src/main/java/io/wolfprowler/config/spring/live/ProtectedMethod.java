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

package io.wolfprowler.config.spring.live;

import java.lang.reflect.Method;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a web server that is not public.
 *
 * @param method the method
 */
record ProtectedMethod(Method method) {

	static ProtectedMethod of(Class<?> type, String name, Class<?>... parameters) {
		Method method = ReflectionUtils.findMethod(type, name, parameters);
		Objects.requireNonNull(method, () -> "There is no method " + name + " in " + type);
		ReflectionUtils.makeAccessible(method);
		return new ProtectedMethod(method);
	}

	void register(RuntimeHints hints) {
		hints.reflection().registerMethod(this.method, ExecutableMode.INVOKE);
	}

	@Nullable Object invoke(Object target, Object... arguments) {
		return ReflectionUtils.invokeMethod(this.method, target, arguments);
	}

}
