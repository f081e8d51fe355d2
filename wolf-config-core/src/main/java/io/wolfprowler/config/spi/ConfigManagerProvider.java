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

package io.wolfprowler.config.spi;

import java.util.ServiceLoader;

import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;

/**
 * Provides the engine behind {@link ConfigManager#builder(Class)}. It is found with a
 * {@link ServiceLoader}, so the API depends on no implementation.
 */
public interface ConfigManagerProvider {

	/**
	 * Create a builder for a manager.
	 * @param type the record type to bind the configuration to
	 * @param <T> the type of the configuration
	 * @return a builder with the default settings
	 */
	<T> ConfigManagerBuilder<T> builder(Class<T> type);

	/**
	 * Load the provider from the class path.
	 * @return the first provider found
	 * @throws ConfigException if there is none
	 */
	static ConfigManagerProvider load() {
		return ServiceLoader.load(ConfigManagerProvider.class, ConfigManagerProvider.class.getClassLoader())
			.findFirst()
			.orElseThrow(() -> new ConfigException(
					"No ConfigManagerProvider found; add wolf-config-core with its META-INF/services to the class path"));
	}

}
