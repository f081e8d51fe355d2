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

import io.micrometer.observation.ObservationRegistry;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import io.wolfprowler.config.spring.actuate.ObservedAttempts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for observations of attempts.
 */
@AutoConfiguration(after = WolfConfigAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public final class ConfigObservationAutoConfiguration {

	@Bean
	ConfigManagerCustomizer wolfConfigObservationCustomizer(ObjectProvider<ObservationRegistry> registries) {
		ObservedAttempts tracer = new ObservedAttempts(() -> registries.getIfUnique(() -> ObservationRegistry.NOOP));
		return new ConfigManagerCustomizer() {

			@Override
			public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
				builder.tracer(tracer);
			}

		};
	}

}
