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

package io.wolfprowler.config.spring.environment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySource;

/**
 * The properties of an environment without the active values: what placeholders in a
 * document are resolved from. Otherwise a key could resolve to its own previous value.
 */
public final class OtherProperties {

	private final ConfigurableEnvironment environment;

	private volatile @Nullable Known known;

	/**
	 * Create an instance for an environment.
	 * @param environment the environment
	 */
	public OtherProperties(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Return the value of a property.
	 * @param name its name
	 * @return the value, {@code null} if no other source has it
	 */
	public @Nullable String get(String name) {
		List<PropertySource<?>> others = this.environment.getPropertySources()
			.stream()
			.filter((source) -> !source.getName().equals(LiveProperties.SOURCE_NAME))
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.toList();
		Known present = this.known;
		if (present == null || !present.isOf(others)) {
			present = new Known(others, resolver(others));
			this.known = present;
		}
		return present.resolver().getProperty(name);
	}

	private static PropertyResolver resolver(List<PropertySource<?>> others) {
		MutablePropertySources sources = new MutablePropertySources();
		others.forEach(sources::addLast);
		return ConfigurationPropertySources.createPropertyResolver(sources);
	}

	private record Known(List<PropertySource<?>> sources, PropertyResolver resolver) {

		// equals() compares only the names of sources.
		@SuppressWarnings("ReferenceEquality")
		boolean isOf(List<PropertySource<?>> others) {
			boolean same = this.sources.size() == others.size();
			for (int i = 0; same && i < others.size(); i++) {
				same = this.sources.get(i) == others.get(i);
			}
			return same;
		}

	}

}
