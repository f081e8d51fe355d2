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

package io.wolfprowler.config.spring;

import io.wolfprowler.config.ConfigManagerBuilder;

/**
 * Customizes the settings of every manager that is built by
 * {@link ContextConfigManagers}. Beans of this type are called in their order, before the
 * code that builds the manager changes its settings.
 */
public interface ConfigManagerCustomizer {

	/**
	 * Customize the settings of one manager.
	 * @param builder the settings
	 * @param name the name of the manager
	 * @param type the type of its configuration
	 * @param <T> the type of its configuration
	 */
	<T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type);

}
