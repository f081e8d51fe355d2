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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.wolfprowler.config.ConfigTypeException;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.internal.toml.TomlValues;
import org.jspecify.annotations.Nullable;

/**
 * The schema of the documents that bind to a record type. Created once for a type;
 * immutable and safe for use by several threads.
 *
 * @param <T> the record type
 */
public final class Schema<T> {

	private final Class<T> type;

	private final RecordShape shape;

	private final Map<String, KeyPath> keysByName = new HashMap<>();

	private Schema(Class<T> type, RecordShape shape) {
		this.type = type;
		this.shape = shape;
		shape.collectKeys(KeyPath.ROOT, this.keysByName);
	}

	/**
	 * Create the schema of a record type.
	 * @param type the record type
	 * @param <T> the record type
	 * @return its schema
	 * @throws ConfigTypeException if it is not a record, has a component that can't be
	 * read from TOML, always contains itself, or has an annotation that is easily
	 * mistaken for one of ours
	 */
	public static <T> Schema<T> of(Class<T> type) {
		return new Schema<>(type, ShapeFactory.of(type));
	}

	/**
	 * Return the record type.
	 * @return the type
	 */
	public Class<T> type() {
		return this.type;
	}

	/**
	 * Bind values strictly: every value must have the type of its component. A missing
	 * key takes its declared default.
	 * @param values the values of a document
	 * @return the record, or all problems
	 */
	public BindResult<T> bind(TomlTree values) {
		return bind(new Resolution(values, values, Set.of()));
	}

	/**
	 * Bind values whose placeholders have been resolved, as {@link #bind(TomlTree)} does.
	 * @param values the resolved values
	 * @return the record, or all problems
	 */
	public BindResult<T> bind(Resolution values) {
		BindProblems problems = new BindProblems((key) -> isSecret(key) || values.secrets().contains(key),
				this.keysByName);
		Object config = this.shape.read(values.values().root(), KeyPath.ROOT, problems);
		return new BindResult<>(this.type.cast(config), problems.toList(), problems.unknownKeys());
	}

	/**
	 * Write a record as values.
	 * @param config the record
	 * @return the values that bind to an equal record
	 */
	public TomlTree write(T config) {
		return new TomlTree(TomlTree.table(this.shape.write(config)));
	}

	/**
	 * Write one value as the record type writes it at a key.
	 * @param key the key
	 * @param value a value of the component's Java type, or one that has a TOML value of
	 * its own
	 * @return the TOML value
	 * @throws IllegalArgumentException if TOML has no value for it
	 */
	public Object write(KeyPath key, Object value) {
		Shape shape = at(key);
		if (shape == null || TomlValues.isPlain(value)) {
			return TomlValues.fromJava(value);
		}
		try {
			Object toml = shape.write(value);
			return TomlValues.fromJava((toml != null) ? toml : value);
		}
		catch (ClassCastException ex) {
			return TomlValues.fromJava(value);
		}
	}

	/**
	 * Find the differences between two records.
	 * @param before the old record
	 * @param after the new record
	 * @return the differences in the order of the components
	 */
	public Differences compare(T before, T after) {
		Differences differences = new Differences();
		this.shape.compare(KeyPath.ROOT, before, after, differences);
		return differences;
	}

	/**
	 * Return one value of a record.
	 * @param config the record
	 * @param key the key of the value
	 * @return the value as the record holds it, {@code null} if there is none
	 */
	public @Nullable Object valueAt(T config, KeyPath key) {
		Object value = config;
		Shape at = this.shape;
		for (Object segment : key.segments()) {
			Shape.Step step = at.step(segment);
			value = (step != null) ? at.inner(value, segment) : null;
			if (step == null || value == null) {
				return null;
			}
			at = step.shape();
		}
		return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
	}

	/**
	 * Return whether a value is a secret.
	 * @param key the key of the value
	 * @return whether the value, one that contains it or one inside it is a secret
	 */
	public boolean isSecret(KeyPath key) {
		if (anyStep(key, Shape.Step::secret)) {
			return true;
		}
		Shape shape = at(key);
		return shape != null && shape.holdsSecret(new HashSet<>());
	}

	/**
	 * Return whether a value is a secret.
	 * @param key the key of the value
	 * @param toml the TOML value
	 * @return whether its key says so, or the name of a key inside it
	 */
	public boolean isSecret(KeyPath key, Object toml) {
		return isSecret(key) || CredentialNames.occurIn(toml);
	}

	/**
	 * Return whether the values of a difference are secrets.
	 * @param difference the difference
	 * @return whether its key says so, or the name of a key inside a free-form value
	 */
	public boolean isSecret(Difference difference) {
		Shape shape = at(difference.key());
		return isSecret(difference.key()) || (shape != null && shape.hasFreeKeys(new HashSet<>())
				&& (holdsCredential(shape, difference.oldValue()) || holdsCredential(shape, difference.newValue())));
	}

	/**
	 * Mask the secrets of a record in a text from elsewhere, such as the message of an
	 * exception.
	 * @param text the text
	 * @param config the record
	 * @return the text without the secrets
	 */
	public String masked(String text, T config) {
		return masked(text, List.of(config));
	}

	/**
	 * Mask the secrets of several records in a text from elsewhere.
	 * @param text the text
	 * @param configs the records
	 * @return the text without the secrets
	 */
	public String masked(String text, List<T> configs) {
		return Secrets.in(this.shape, configs.stream().map(this.shape::write).toList()).mask(text);
	}

	/**
	 * Return whether a change of a value takes effect only after a restart.
	 * @param key the key of the value
	 * @return whether the value, or one that contains it, is marked so
	 */
	public boolean isRestartRequired(KeyPath key) {
		return anyStep(key, Shape.Step::restartRequired);
	}

	/**
	 * Return the key of a component of a record.
	 * @param owner the key of the record
	 * @param component the name of the component
	 * @return the key within the record's table, {@code null} if it has no such component
	 */
	@Nullable String keyOf(KeyPath owner, String component) {
		Shape shape = at(owner);
		return (shape != null) ? shape.keyOf(component) : null;
	}

	/** Write the keys of a template. */
	void describe(TemplateText template) {
		this.shape.describeKeys(KeyPath.ROOT, template);
	}

	/**
	 * Convert a resolved placeholder to the type at a key. It stays a string if a string
	 * fits there; otherwise it is read as a single TOML value.
	 */
	Object typed(KeyPath key, String text) {
		Shape shape = at(key);
		if (shape == null) {
			return text;
		}
		BindProblems problems = new BindProblems((any) -> true, Map.of());
		shape.read(text, key, problems);
		return (problems.count() == 0) ? text : Objects.requireNonNullElse(TomlValues.singleOf(text), text);
	}

	/**
	 * Return what is called by reflection to read and write the record type. A native
	 * image needs hints for it.
	 * @return constructors and methods of the record type and all types within
	 */
	public Set<Executable> reflected() {
		Set<Executable> found = new LinkedHashSet<>();
		this.shape.collectReflected(found);
		return found;
	}

	/**
	 * Return an example of a line in the document.
	 * @return a key with its default, {@code null} if no value at the top level has one
	 */
	public @Nullable String example() {
		return this.shape.example();
	}

	private static boolean holdsCredential(Shape shape, @Nullable Object value) {
		return value != null && CredentialNames.occurIn(shape.write(value));
	}

	private @Nullable Shape at(KeyPath key) {
		Shape at = this.shape;
		for (Object segment : key.segments()) {
			Shape.Step step = at.step(segment);
			if (step == null) {
				return null;
			}
			at = step.shape();
		}
		return at;
	}

	private boolean anyStep(KeyPath key, Predicate<Shape.Step> test) {
		Shape at = this.shape;
		for (Object segment : key.segments()) {
			Shape.Step step = at.step(segment);
			if (step == null) {
				return false;
			}
			if (test.test(step)) {
				return true;
			}
			at = step.shape();
		}
		return false;
	}

}
