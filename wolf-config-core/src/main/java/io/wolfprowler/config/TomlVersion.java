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

import java.util.Arrays;
import java.util.Objects;

/**
 * The version of TOML that a document is written in.
 */
public enum TomlVersion {

	/**
	 * TOML 1.0.0.
	 */
	V1_0("1.0"),

	/**
	 * TOML 1.1.0. Every TOML 1.0 document is also a TOML 1.1 document.
	 */
	V1_1("1.1");

	private final String number;

	TomlVersion(String number) {
		this.number = number;
	}

	/**
	 * Return the version with a number.
	 * @param number {@code 1.0} or {@code 1.1}
	 * @return the version
	 * @throws IllegalArgumentException if there is no such version
	 */
	public static TomlVersion of(String number) {
		Objects.requireNonNull(number, "number");
		return Arrays.stream(values())
			.filter((version) -> version.number.equals(number))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("TOML version must be 1.0 or 1.1, found " + number));
	}

	/**
	 * Return the number.
	 * @return {@code 1.0} or {@code 1.1}
	 */
	@Override
	public String toString() {
		return this.number;
	}

}
