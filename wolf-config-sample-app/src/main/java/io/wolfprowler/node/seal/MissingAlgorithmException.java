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

package io.wolfprowler.node.seal;

/**
 * Thrown when this Java runtime lacks an algorithm.
 */
public class MissingAlgorithmException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String key;

	private final String reason;

	/**
	 * Create an exception.
	 * @param key the dotted TOML key of the algorithm
	 * @param algorithm its value
	 * @param cause the exception of the runtime
	 */
	public MissingAlgorithmException(String key, Enum<?> algorithm, Throwable cause) {
		super(key + " " + reason(algorithm), cause);
		this.key = key;
		this.reason = reason(algorithm);
	}

	private static String reason(Enum<?> algorithm) {
		return "must be an algorithm that this Java runtime supports, found " + algorithm;
	}

	/**
	 * Return the key of the algorithm.
	 * @return a dotted TOML key
	 */
	public String getKey() {
		return this.key;
	}

	/**
	 * Return what is wrong with its value.
	 * @return the message without the key
	 */
	public String getReason() {
		return this.reason;
	}

}
