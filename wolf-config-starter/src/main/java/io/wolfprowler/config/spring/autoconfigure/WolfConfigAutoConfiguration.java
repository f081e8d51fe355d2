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

import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.spi.ConfigActor;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import io.wolfprowler.config.spring.ConfigWatchLifecycle;
import io.wolfprowler.config.spring.ContextConfigManagers;
import jakarta.validation.Validator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Auto-configuration for live configuration.
 */
@AutoConfiguration(afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnBooleanProperty(name = "wolf.config.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WolfConfigProperties.class)
public final class WolfConfigAutoConfiguration {

	@Bean
	PropertiesCustomizer wolfConfigPropertiesCustomizer(WolfConfigProperties properties) {
		return new PropertiesCustomizer(properties);
	}

	@Bean
	ValidatorBeansCustomizer wolfConfigValidatorBeansCustomizer(ConfigurableListableBeanFactory beans) {
		return new ValidatorBeansCustomizer(beans);
	}

	@Bean
	ActorCustomizer wolfConfigActorCustomizer(ObjectProvider<ConfigActor> actors) {
		return new ActorCustomizer(actors);
	}

	/**
	 * The factory for managers, unless the application defines its own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(ConfigManagerFactory.class)
	static class FactoryConfiguration {

		@Bean
		ContextConfigManagers wolfConfigManagers(AbstractApplicationContext context,
				ObjectProvider<ConfigManagerCustomizer> customizers) {
			return new ContextConfigManagers(context, customizers.orderedStream().toList());
		}

		@Bean
		@Lazy(false)
		ParticipantBeans wolfConfigParticipantBeans(ConfigurableListableBeanFactory beans,
				ContextConfigManagers managers) {
			return new ParticipantBeans(beans, managers);
		}

		@Bean
		@ConditionalOnMissingBean
		ConfigWatchLifecycle wolfConfigWatchLifecycle(ContextConfigManagers managers,
				AbstractApplicationContext context, WolfConfigProperties properties) {
			return new ConfigWatchLifecycle(managers, context, properties.hotReload().enabled());
		}

	}

	/**
	 * Jakarta Validation, if it is present.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Validator.class)
	static class BeanValidationConfiguration {

		@Bean
		BeanValidationCustomizer wolfConfigBeanValidationCustomizer(ObjectProvider<Validator> validators) {
			return new BeanValidationCustomizer(validators);
		}

	}

	/**
	 * The default manager.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(DefaultManagerType.class)
	@Import(DefaultManagerRegistrar.class)
	static class DefaultManagerConfiguration {

	}

}
