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

import java.nio.file.Path;

import io.wolfprowler.config.internal.history.AuditFile;
import io.wolfprowler.config.internal.time.IdleThreads;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration for an audit log of every attempt.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "wolf.config.enabled", matchIfMissing = true)
@Conditional(AuditDestination.class)
@EnableConfigurationProperties(AuditProperties.class)
public final class AuditAutoConfiguration {

	@Bean
	AuditCustomizer wolfConfigAuditCustomizer(AuditProperties properties, ApplicationContext context) {
		return new AuditCustomizer(file(properties, context.getClassLoader()), properties.log());
	}

	private static @Nullable AuditFile file(AuditProperties properties, @Nullable ClassLoader classLoader) {
		if (!StringUtils.hasText(properties.file())) {
			return null;
		}
		return new AuditFile(Path.of(properties.file()), IdleThreads.named("wolf-config-audit", classLoader));
	}

}
