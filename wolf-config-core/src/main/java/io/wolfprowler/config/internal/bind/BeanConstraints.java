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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlValues;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Validates the Jakarta Validation constraints of a record type. Problems name TOML keys
 * instead of property paths.
 *
 * @param <T> the record type
 */
public final class BeanConstraints<T> implements ConfigValidator<T> {

	private final Validator validator;

	private final Schema<T> schema;

	/**
	 * Create a validator for the constraints of a type.
	 * @param validator checks the constraints
	 * @param type the record type
	 */
	public BeanConstraints(Validator validator, Class<T> type) {
		this.validator = Objects.requireNonNull(validator, "validator");
		this.schema = Schema.of(type);
	}

	@Override
	public List<Problem> validate(T candidate) {
		return this.validator.validate(candidate).stream().map(this::problem).sorted(BeanConstraints::compare).toList();
	}

	private Problem problem(ConstraintViolation<T> violation) {
		KeyPath key = keyOf(violation.getPropertyPath());
		Object value = violation.getInvalidValue();
		String message = violation.getMessage();
		if (value != null && this.schema.isSecret(key)) {
			message = message.replace(value.toString(), "***");
		}
		return key.isRoot() ? new Problem(Problem.Stage.VALIDATE, null, 0, 0, message)
				: Problem.invalid(key.toString(), message + found(key, value));
	}

	private String found(KeyPath key, @Nullable Object value) {
		if (value == null || value instanceof Record || value instanceof Collection || value instanceof Map
				|| value instanceof Boolean || value instanceof Optional) {
			return "";
		}
		if (this.schema.isSecret(key)) {
			return ", found ***";
		}
		return ", found " + ((value instanceof CharSequence) ? TomlValues.shown(value.toString()) : value);
	}

	// A constraint on a method that is not a component concerns the whole record.
	private KeyPath keyOf(Path path) {
		KeyPath key = KeyPath.ROOT;
		for (Path.Node node : path) {
			if (node.getIndex() != null) {
				key = key.element(node.getIndex());
			}
			else if (node.getKey() != null) {
				key = key.child(node.getKey().toString());
			}
			if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
				String name = this.schema.keyOf(key, node.getName());
				key = (name != null) ? key.child(name) : key;
			}
		}
		return key;
	}

	private static int compare(Problem one, Problem other) {
		return String.valueOf(one.key()).compareTo(String.valueOf(other.key()));
	}

}
