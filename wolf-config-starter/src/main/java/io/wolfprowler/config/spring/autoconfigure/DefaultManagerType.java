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
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches when a default manager is enabled and the application defines none for its
 * type.
 */
class DefaultManagerType extends SpringBootCondition implements ConfigurationCondition {

	private static final String PROPERTY = "wolf.config.type";

	private static final String NONE = "none";

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Default configuration manager");
		if (NONE.equals(nameIn(context.getEnvironment()))) {
			return ConditionOutcome.noMatch(message.because(PROPERTY + " is none"));
		}
		ResolvableType wanted = ResolvableType.forClassWithGenerics(ConfigManager.class, in(context.getEnvironment()));
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		String[] present = (beans != null) ? beans.getBeanNamesForType(wanted, true, false) : new String[0];
		return (present.length == 0) ? ConditionOutcome.match(message.didNotFind("bean of type").items(wanted))
				: ConditionOutcome.noMatch(message.found("bean").items((Object[]) present));
	}

	/** Return the record class that the environment names. */
	static Class<?> in(Environment environment) {
		String name = nameIn(environment);
		try {
			return ClassUtils.forName(name, null);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			throw new InvalidConfigurationPropertyValueException(PROPERTY, name,
					"It must be the name of a record class on the class path, or none");
		}
	}

	/** Return the name of the record class, or {@code none}. */
	static String nameIn(Environment environment) {
		return environment.getProperty(PROPERTY, WolfConfig.class.getName());
	}

}
