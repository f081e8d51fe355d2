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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Masks the secrets among the active values where an endpoint shows properties or beans,
 * even if it shows all values.
 */
public final class LiveSecrets implements SanitizingFunction {

	@Override
	public SanitizableData apply(SanitizableData data) {
		PropertySource<?> source = data.getPropertySource();
		boolean live = source != null && LiveProperties.SOURCE_NAME.equals(source.getName());
		return (live && isSecret(source, data.getKey())) ? data.withSanitizedValue() : data;
	}

	// The names of bean properties may have another spelling.
	private static boolean isSecret(@Nullable PropertySource<?> source, String key) {
		ConfigurationPropertySource properties = (source != null) ? ConfigurationPropertySource.from(source) : null;
		ConfigurationProperty property = (properties != null)
				? properties.getConfigurationProperty(ConfigurationPropertyName.adapt(key, '.')) : null;
		LiveOrigin origin = (property != null) ? LiveOrigin.of(property.getOrigin()) : null;
		return origin != null && origin.isSecret();
	}

}
