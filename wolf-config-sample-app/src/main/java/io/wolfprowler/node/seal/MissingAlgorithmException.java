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
 * An algorithm is not to be had in this Java runtime.
 */
public class MissingAlgorithmException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String key;

	private final String reason;

	/**
	 * Create an exception.
	 * @param key the setting that asks for the algorithm, a dotted TOML key
	 * @param algorithm the value of the setting
	 * @param cause what the runtime says
	 */
	public MissingAlgorithmException(String key, Enum<?> algorithm, Throwable cause) {
		super(key + " " + reason(algorithm), cause);
		this.key = key;
		this.reason = reason(algorithm);
	}

	private static String reason(Enum<?> algorithm) {
		return "must be an algorithm of this Java runtime, found " + algorithm;
	}

	/**
	 * Return the setting that asks for the algorithm.
	 * @return a dotted TOML key
	 */
	public String getKey() {
		return this.key;
	}

	/**
	 * Return what is wrong with the setting.
	 * @return the message without the key
	 */
	public String getReason() {
		return this.reason;
	}

}
