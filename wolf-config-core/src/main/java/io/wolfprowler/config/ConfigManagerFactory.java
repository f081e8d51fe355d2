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

import java.nio.file.Path;

/**
 * Creates managers that share the settings, rules and listeners of one application.
 */
public interface ConfigManagerFactory {

	/**
	 * Create a manager for a file.
	 * @param name the name of the manager, unique within the application
	 * @param type the record type to bind the configuration to
	 * @param file the path of the file
	 * @param <T> the type of the configuration
	 * @return a manager with version 1 active
	 * @throws ConfigLoadException with all problems, if there is no valid document to
	 * start with
	 */
	default <T> ConfigManager<T> create(String name, Class<T> type, Path file) {
		return builder(name, type).file(file).build();
	}

	/**
	 * Create a builder for a manager with the settings of the application.
	 * @param name the name of the manager, unique within the application
	 * @param type the record type to bind the configuration to
	 * @param <T> the type of the configuration
	 * @return a builder that needs a file or a source
	 */
	<T> ConfigManagerBuilder<T> builder(String name, Class<T> type);

}
