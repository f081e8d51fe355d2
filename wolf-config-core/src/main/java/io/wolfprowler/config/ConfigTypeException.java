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

package io.wolfprowler.config;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A record type can't be a configuration type, because its declaration is wrong. The
 * document does not matter.
 */
public class ConfigTypeException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final Class<?> type;

	private final transient List<String> mistakes;

	/**
	 * Create an exception.
	 * @param type the configuration type
	 * @param mistakes all mistakes in it and in nested types, each with its location and
	 * what would be right, at least one
	 * @param cause the cause of the first mistake
	 */
	public ConfigTypeException(Class<?> type, List<String> mistakes, @Nullable Throwable cause) {
		super(String.join("; ", mistakes), cause);
		this.type = Objects.requireNonNull(type, "type");
		this.mistakes = List.copyOf(mistakes);
	}

	/**
	 * Return the configuration type.
	 * @return the type that was to be bound; a mistake may be in a record nested in it
	 */
	public Class<?> getType() {
		return this.type;
	}

	/**
	 * Return all mistakes.
	 * @return the mistakes in the order of the declarations, at least one
	 */
	public List<String> getMistakes() {
		return (this.mistakes != null) ? this.mistakes : List.of(String.valueOf(getMessage()));
	}

}
