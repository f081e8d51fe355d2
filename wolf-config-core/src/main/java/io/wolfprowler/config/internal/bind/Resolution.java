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

import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * The values of a document with their placeholders resolved.
 *
 * @param raw the values as the document has them
 * @param values the values to bind, which share tables without placeholders with the raw
 * ones
 * @param secrets the keys of values that contain a credential
 */
public record Resolution(TomlTree raw, TomlTree values, Set<KeyPath> secrets) {

	static final Resolution EMPTY = new Resolution(TomlTree.EMPTY, TomlTree.EMPTY, Set.of());

	/**
	 * Copy the keys.
	 */
	public Resolution {
		secrets = Set.copyOf(secrets);
	}

}
