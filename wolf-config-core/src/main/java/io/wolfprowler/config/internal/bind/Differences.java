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

import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two records, in the order of their components.
 */
public final class Differences {

	/** More values than this count as a structural difference. */
	private static final int MANY = 10;

	private final List<Difference> values = new ArrayList<>();

	private boolean structural;

	Differences() {
	}

	/**
	 * Return whether nothing differs.
	 * @return whether the records are equal
	 */
	public boolean isEmpty() {
		return this.values.isEmpty();
	}

	/**
	 * Return the values that differ.
	 * @return the differences
	 */
	public List<Difference> values() {
		return List.copyOf(this.values);
	}

	/**
	 * Return whether the records differ in more than a few values: in an array of tables,
	 * in a free-form map, or in very many values.
	 * @return whether a listener should look at the whole configuration
	 */
	public boolean isStructural() {
		return this.structural || this.values.size() > MANY;
	}

	void add(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue) {
		this.values.add(new Difference(key, oldValue, newValue));
	}

	void addStructural(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue) {
		add(key, oldValue, newValue);
		this.structural = true;
	}

	int count() {
		return this.values.size();
	}

	/** Mark the differences as structural if there are more than a number. */
	void markStructuralAfter(int count) {
		this.structural |= this.values.size() > count;
	}

}
