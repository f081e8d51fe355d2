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

package io.wolfprowler.config.benchmarks.peer;

import io.wolfprowler.config.benchmarks.text.Pair;

/**
 * A library that has loaded a configuration file.
 */
public interface Peer extends AutoCloseable {

	/**
	 * Read the number that changes, as an application does for each piece of work.
	 * @return the port in force
	 */
	int port();

	/**
	 * Read the second number.
	 * @return the number in force
	 */
	int peers();

	/**
	 * Read both numbers, as consistently as the library can.
	 * @return the numbers in force
	 */
	default Pair pair() {
		return new Pair(port(), peers());
	}

	/**
	 * Read the file again, without any watching, and return when the new values are in
	 * force.
	 * @throws Exception when the library does
	 */
	default void reload() throws Exception {
		throw new UnsupportedOperationException(getClass().getSimpleName() + " can't reload");
	}

	/**
	 * Stop watching.
	 */
	@Override
	default void close() {
	}

}
