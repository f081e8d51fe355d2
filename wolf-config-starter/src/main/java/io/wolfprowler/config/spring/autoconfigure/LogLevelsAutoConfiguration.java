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
import io.wolfprowler.config.spring.live.LogLevels;
import io.wolfprowler.config.spring.live.Loggers;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration for log levels that are configuration keys.
 */
@AutoConfiguration(after = WolfConfigAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "wolf.config.enabled", matchIfMissing = true)
@ConditionalOnBean(LoggingSystem.class)
public final class LogLevelsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Loggers wolfConfigLoggers(LoggingSystem system, ObjectProvider<LoggerGroups> groups) {
		return new Loggers(system, groups.getIfAvailable());
	}

	/**
	 * Lets the root logger follow the default configuration.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "wolf.config.logging.follow-level", matchIfMissing = true)
	@ConditionalOnProperty(name = "wolf.config.type", havingValue = "io.wolfprowler.config.wolf.WolfConfig",
			matchIfMissing = true)
	@ConditionalOnBean(name = DefaultManagerRegistrar.BEAN_NAME)
	@EnableConfigurationProperties(LoggingProperties.class)
	static class RootLevelConfiguration {

		@Bean
		@Lazy(false)
		LogLevels<WolfConfig> wolfConfigRootLevel(Loggers loggers,
				@Qualifier(DefaultManagerRegistrar.BEAN_NAME) ConfigManager<WolfConfig> manager) {
			return loggers.follow(manager)
				.level("log_level", LoggingSystem.ROOT_LOGGER_NAME,
						(config) -> config.enableLogging() ? config.logLevel() : "off");
		}

	}

}
