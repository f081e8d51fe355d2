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

import io.wolfprowler.config.spring.environment.LiveProperties;
import io.wolfprowler.config.spring.environment.OtherProperties;
import io.wolfprowler.config.spring.environment.PropertiesBeans;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration for the active values as properties of the {@code Environment}.
 */
@AutoConfiguration(after = WolfConfigAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "wolf.config.enabled", "wolf.config.environment.enabled" },
		matchIfMissing = true)
@ConditionalOnBean(name = DefaultManagerRegistrar.BEAN_NAME)
@EnableConfigurationProperties(EnvironmentProperties.class)
public final class EnvironmentAutoConfiguration {

	@Bean
	static LivePropertiesInstaller wolfConfigLivePropertiesInstaller(ConfigurableEnvironment environment,
			ObjectProvider<EnvironmentProperties> properties, ObjectProvider<PropertiesBeans> rebound) {
		return new LivePropertiesInstaller(() -> new LiveProperties(environment, properties.getObject().prefix()),
				rebound::getIfAvailable);
	}

	@Bean
	@ConditionalOnBooleanProperty("wolf.config.environment.rebind")
	static PropertiesBeans wolfConfigPropertiesBeans(ConfigurableApplicationContext context) {
		return new PropertiesBeans(context);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	PlaceholdersCustomizer wolfConfigPlaceholdersCustomizer(ConfigurableEnvironment environment) {
		return new PlaceholdersCustomizer(new OtherProperties(environment));
	}

	// Before any bean that needs a value, because @Value is resolved once. A manager that
	// the
	// application declares lazy stays lazy.
	@Bean
	static BeanFactoryInitializer<ConfigurableListableBeanFactory> wolfConfigEnvironmentInitializer() {
		return (beans) -> {
			if (!beans.getBeanDefinition(DefaultManagerRegistrar.BEAN_NAME).isLazyInit()) {
				beans.getBean(DefaultManagerRegistrar.BEAN_NAME);
			}
		};
	}

}
