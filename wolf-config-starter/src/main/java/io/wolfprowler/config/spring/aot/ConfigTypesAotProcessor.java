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

package io.wolfprowler.config.spring.aot;

import java.util.Objects;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.ConfigView;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.ResolvableType;

/**
 * Finds the configuration types of an application by the declared types of its beans.
 */
class ConfigTypesAotProcessor implements BeanRegistrationAotProcessor {

	private static final Log logger = LogFactory.getLog(ConfigTypesAotProcessor.class);

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
		Class<?> type = configType(bean.getBeanType());
		if (type == null || !type.isRecord()) {
			return null;
		}
		return (context, code) -> {
			try {
				ConfigTypeHints.register(context.getRuntimeHints(), type);
			}
			catch (IllegalArgumentException ex) {
				// A view may be of a record that is not read from a document.
				logger.debug("No hints for " + type.getName() + " of the bean '" + bean.getBeanName() + "'", ex);
			}
		};
	}

	private static @Nullable Class<?> configType(ResolvableType bean) {
		return Stream.of(ConfigView.class, ConfigParticipant.class, ConfigValidator.class, ConfigProbe.class)
			.<@Nullable Class<?>>map((contract) -> bean.as(contract).resolveGeneric())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
