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
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The form that the values of one Java type have in TOML. A shape is created once for a
 * type; it reads, writes, compares and describes values.
 */
interface Shape {

	/**
	 * Read a TOML value.
	 * @param toml the value, as {@link io.wolfprowler.config.internal.toml.TomlTree}
	 * holds it
	 * @param key the key of the value
	 * @param problems collects all problems
	 * @return the Java value, {@code null} if there were problems
	 */
	@Nullable Object read(Object toml, KeyPath key, BindProblems problems);

	/**
	 * Write a Java value.
	 * @param value the value
	 * @return the TOML value, {@code null} if the key is to be left out
	 */
	@Nullable Object write(Object value);

	/**
	 * Find the differences between two values.
	 * @param key the key of the values
	 * @param oldValue the value before, {@code null} if there was none
	 * @param newValue the value after, {@code null} if there is none
	 * @param differences collects the differences
	 */
	default void compare(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue, Differences differences) {
		if (oldValue == null ? newValue != null : !oldValue.equals(newValue)) {
			differences.add(key, oldValue, newValue);
		}
	}

	/**
	 * Return the value of a component whose key is missing and that has no declared
	 * default.
	 * @param key the key the value would have
	 * @param problems takes the problem if the key is required
	 * @return the value, {@code null} if there were problems
	 */
	default @Nullable Object missing(KeyPath key, BindProblems problems) {
		problems.add(key, "is required");
		return null;
	}

	/**
	 * Read the text of a declared default.
	 * @param text the strings of {@link io.wolfprowler.config.Default}, at least one
	 * @return the TOML value
	 * @throws IllegalArgumentException if the text is not a value of the type
	 */
	Object parse(String[] text);

	/**
	 * Return whether a default may be declared without any text. Such a default is the
	 * same as that of a missing key.
	 * @return whether the type has an empty value
	 */
	default boolean hasEmptyValue() {
		return false;
	}

	/**
	 * Describe the values of this shape.
	 * @return the description, as it follows "must be"
	 */
	String expected();

	/**
	 * Return whether a template puts a value below a header of its own.
	 * @return whether it is a table, or an array of tables
	 */
	default boolean isSection() {
		return false;
	}

	/**
	 * Return whether the keys of the section are those that a record declares.
	 * @return whether a template lists them even when the section is empty
	 */
	default boolean hasDeclaredKeys() {
		return false;
	}

	/**
	 * Write the section of a template for a value.
	 * @param key the key of the value
	 * @param template takes header and keys
	 */
	default void describe(KeyPath key, TemplateText template) {
		throw new IllegalStateException("not a section: " + key);
	}

	/**
	 * Write the keys of a template for a value, without a header.
	 * @param key the key of the value
	 * @param template takes the keys
	 */
	default void describeKeys(KeyPath key, TemplateText template) {
		throw new IllegalStateException("not a table: " + key);
	}

	/**
	 * Go one step down to an inner value.
	 * @param segment a name or an index
	 * @return where the step leads, {@code null} if this shape has no such inner value
	 */
	default @Nullable Step step(Object segment) {
		return null;
	}

	/**
	 * Return an inner value.
	 * @param value a value of this shape
	 * @param segment a name or an index
	 * @return the inner value, {@code null} if there is none
	 */
	default @Nullable Object inner(Object value, Object segment) {
		return null;
	}

	/**
	 * Return whether a value of this shape can hold a secret.
	 * @param visited the shapes visited so far: a record may contain itself
	 * @return whether a value in it is a secret
	 */
	default boolean holdsSecret(Set<Shape> visited) {
		return false;
	}

	/**
	 * Return whether a value of this shape can have keys that no record declares.
	 * @param visited the shapes visited so far: a record may contain itself
	 * @return whether a table in it takes any key
	 */
	default boolean hasFreeKeys(Set<Shape> visited) {
		return false;
	}

	/**
	 * Collect the keys of the components in this shape, but not those in array elements
	 * and free-form tables.
	 * @param key the key of this shape
	 * @param keysByName takes the first key of each name
	 */
	default void collectKeys(KeyPath key, Map<String, KeyPath> keysByName) {
	}

	/**
	 * Collect what is called by reflection for a value of this shape.
	 * @param found takes the constructors and methods; a record whose constructor is in
	 * it has been visited
	 */
	default void collectReflected(Set<Executable> found) {
	}

	/**
	 * Return the key of a component.
	 * @param component the name of a record component
	 * @return its key, {@code null} if this shape has no such component
	 */
	default @Nullable String keyOf(String component) {
		return null;
	}

	/**
	 * The result of one step down.
	 *
	 * @param shape the shape of the inner value
	 * @param secret whether the inner value is a secret
	 * @param restartRequired whether a change of the inner value needs a restart
	 */
	record Step(Shape shape, boolean secret, boolean restartRequired) {

		static Step into(Shape shape) {
			return new Step(shape, false, false);
		}

	}

}
