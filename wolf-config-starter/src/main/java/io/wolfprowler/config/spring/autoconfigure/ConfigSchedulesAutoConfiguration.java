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
import io.wolfprowler.config.spring.live.ConfigScheduledMethods;
import io.wolfprowler.config.spring.live.ConfigSchedules;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;

/**
 * Auto-configuration for tasks whose intervals are configuration keys.
 */
@AutoConfiguration(after = WolfConfigAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "wolf.config.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SchedulesProperties.class)
public final class ConfigSchedulesAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ConfigSchedules wolfConfigSchedules(ObjectProvider<TaskScheduler> schedulers, SchedulesProperties properties) {
		return new ConfigSchedules(schedulers, properties.enabled());
	}

	@Bean
	static ConfigScheduledMethods wolfConfigScheduledMethods(ObjectProvider<ConfigSchedules> schedules,
			ObjectProvider<ConfigManager<?>> managers) {
		return new ConfigScheduledMethods(schedules, managers);
	}

	@Bean
	static LazyInitializationExcludeFilter wolfConfigScheduledBeans() {
		return (name, definition, type) -> ConfigScheduledMethods.existIn(type);
	}

}
