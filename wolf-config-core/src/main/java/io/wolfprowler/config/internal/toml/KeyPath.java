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

package io.wolfprowler.config.internal.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path of a value in a document, as in {@code crypto.cipher_suite} or
 * {@code peers[2].host}.
 *
 * @param segments names ({@link String}) and array indexes ({@link Integer}); empty for
 * the whole document
 */
public record KeyPath(List<Object> segments) {

	/** The whole document. */
	public static final KeyPath ROOT = new KeyPath(List.of());

	private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

	/**
	 * Copy the segments.
	 */
	public KeyPath {
		segments = List.copyOf(segments);
	}

	/**
	 * Parse a dotted TOML key.
	 * @param key the key, with indexes in brackets and odd names in quotes
	 * @return the path
	 * @throws IllegalArgumentException if it is not a key
	 */
	public static KeyPath parse(String key) {
		return new KeyPath(new KeyPathParser(key).segments());
	}

	/**
	 * Return the path of a value in the table at this path.
	 * @param name the name in the table
	 * @return the longer path
	 */
	public KeyPath child(String name) {
		return append(name);
	}

	/**
	 * Return the path of an element of the array at this path.
	 * @param index the index in the array, from 0
	 * @return the longer path
	 */
	public KeyPath element(int index) {
		return append(index);
	}

	/**
	 * Return the path of the table or array that contains this value.
	 * @return the path without its last segment
	 */
	public KeyPath parent() {
		return new KeyPath(this.segments.subList(0, this.segments.size() - 1));
	}

	/**
	 * Return the path of the outermost array this value is in.
	 * @return the path before the first index, or this path if there is none
	 */
	public KeyPath outsideArrays() {
		for (int i = 0; i < this.segments.size(); i++) {
			if (this.segments.get(i) instanceof Integer) {
				return new KeyPath(this.segments.subList(0, i));
			}
		}
		return this;
	}

	/**
	 * Return whether the value of another path is this value or within it.
	 * @param other the path that may be longer
	 * @return whether this path is a prefix of the other
	 */
	public boolean contains(KeyPath other) {
		return other.segments.size() >= this.segments.size()
				&& other.segments.subList(0, this.segments.size()).equals(this.segments);
	}

	/**
	 * Return whether this is the whole document.
	 * @return whether there are no segments
	 */
	public boolean isRoot() {
		return this.segments.isEmpty();
	}

	/**
	 * Return the dotted TOML key.
	 */
	@Override
	public String toString() {
		StringBuilder key = new StringBuilder();
		for (Object segment : this.segments) {
			if (segment instanceof Integer) {
				key.append('[').append(segment).append(']');
			}
			else {
				key.append(key.isEmpty() ? "" : ".").append(spelled((String) segment));
			}
		}
		return key.toString();
	}

	private static String spelled(String name) {
		return BARE.matcher(name).matches() ? name : BasicString.quoted(name);
	}

	private KeyPath append(Object segment) {
		List<Object> longer = new ArrayList<>(this.segments);
		longer.add(segment);
		return new KeyPath(longer);
	}

}
