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
package io.wolfprowler.config.spring.autoconfigure;

import io.wolfprowler.config.spring.ContextConfigManagers;
import io.wolfprowler.config.spring.actuate.ConfigEndpoint;
import io.wolfprowler.config.spring.actuate.ConfigEndpointPart;
import io.wolfprowler.config.spring.actuate.ConfigEndpointWebExtension;
import io.wolfprowler.config.spring.actuate.ShownValues;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the endpoint of the configuration.
 */
@AutoConfiguration(after = WolfConfigAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(ContextConfigManagers.class)
@ConditionalOnAvailableEndpoint(ConfigEndpoint.class)
@EnableConfigurationProperties(ConfigEndpointProperties.class)
public final class ConfigEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ConfigEndpoint wolfConfigEndpoint(ContextConfigManagers managers, ConfigEndpointProperties properties,
			ObjectProvider<SanitizingFunction> sanitizingFunctions, ObjectProvider<ConfigEndpointPart> parts) {
		Sanitizer sanitizer = new Sanitizer(sanitizingFunctions.orderedStream().toList());
		return new ConfigEndpoint(managers::managers, new ShownValues(sanitizer), properties.showValues(),
				parts::orderedStream);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ConfigEndpoint.class)
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	ConfigEndpointWebExtension wolfConfigEndpointWebExtension(ConfigEndpoint endpoint,
			ConfigEndpointProperties properties) {
		return new ConfigEndpointWebExtension(endpoint, properties.showValues(), properties.roles());
	}

}
