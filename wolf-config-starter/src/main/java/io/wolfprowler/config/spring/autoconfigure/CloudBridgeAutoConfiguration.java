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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spring.environment.CloudBridge;
import io.wolfprowler.config.spring.environment.LiveProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration for notifying Spring Cloud of changes.
 */
@AutoConfiguration(after = EnvironmentAutoConfiguration.class,
		afterName = "org.springframework.cloud.autoconfigure.RefreshAutoConfiguration")
@ConditionalOnClass(EnvironmentChangeEvent.class)
@ConditionalOnBooleanProperty("wolf.config.cloud-bridge")
@ConditionalOnBean(EnvironmentAutoConfiguration.class)
@EnableConfigurationProperties(EnvironmentProperties.class)
public final class CloudBridgeAutoConfiguration {

	@Bean
	@Lazy(false)
	SmartInitializingSingleton wolfConfigCloudBridge(ApplicationContext context, ConfigurableEnvironment environment,
			EnvironmentProperties properties, ObjectProvider<RefreshScope> scope,
			@Qualifier(DefaultManagerRegistrar.BEAN_NAME) ConfigManager<?> manager) {
		LiveProperties live = new LiveProperties(environment, properties.prefix());
		return () -> manager.addObserver(new CloudBridge(context, live, scope));
	}

}
