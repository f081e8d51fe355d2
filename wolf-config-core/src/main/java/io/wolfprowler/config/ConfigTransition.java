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

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The transition from one version to the next.
 *
 * @param manager the name of the manager
 * @param previous the version that is replaced
 * @param current the version that replaces it
 * @param changes the differences; a {@link ConfigChange.FullReload} comes first if there
 * is one
 * @param restartRequired the keys among the changes that take effect only after a restart
 * @param <T> the type of the configuration
 */
public record ConfigTransition<T>(String manager, ConfigSnapshot<T> previous, ConfigSnapshot<T> current,
		List<ConfigChange> changes, Set<String> restartRequired) {

	/**
	 * Copy the collections.
	 */
	public ConfigTransition {
		Objects.requireNonNull(manager, "manager");
		Objects.requireNonNull(previous, "previous");
		Objects.requireNonNull(current, "current");
		changes = List.copyOf(changes);
		restartRequired = Set.copyOf(restartRequired);
	}

}
