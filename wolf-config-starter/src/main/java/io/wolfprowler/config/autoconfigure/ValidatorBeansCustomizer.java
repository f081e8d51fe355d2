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

package io.wolfprowler.config.autoconfigure;

import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * Gives every manager the {@link ConfigValidator} beans for its type or a supertype of
 * it, in their order.
 *
 * @param beans finds the beans
 */
record ValidatorBeansCustomizer(ConfigurableListableBeanFactory beans) implements ConfigManagerCustomizer {

	@Override
	public <T> void customize(ConfigManager.Builder<T> builder, String name, Class<T> type) {
		Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, ConfigValidator.class))
			.filter((bean) -> judges(bean, type))
			.map((bean) -> this.<T>validator(bean))
			.sorted(AnnotationAwareOrderComparator.INSTANCE)
			.forEach(builder::validator);
	}

	@SuppressWarnings("unchecked")
	private <T> ConfigValidator<? super T> validator(String bean) {
		return (ConfigValidator<? super T>) this.beans.getBean(bean, ConfigValidator.class);
	}

	// Asking the container for ConfigValidator<T> would find every lambda that exists
	// already: an instance does not know its type argument, only its definition does.
	private boolean judges(String bean, Class<?> type) {
		Class<?> judged = judgedType(declaredType(bean));
		if (judged == null) {
			judged = judgedType(ResolvableType.forInstance(this.beans.getBean(bean)));
		}
		if (judged == null) {
			throw new IllegalStateException("The bean '" + bean + "' does not say which configuration it validates;"
					+ " declare its type as a ConfigValidator of a record class");
		}
		return judged.isAssignableFrom(type);
	}

	private ResolvableType declaredType(String bean) {
		try {
			return (this.beans.getMergedBeanDefinition(bean) instanceof RootBeanDefinition definition)
					? definition.getResolvableType() : ResolvableType.NONE;
		}
		catch (NoSuchBeanDefinitionException ex) {
			return ResolvableType.NONE;
		}
	}

	private static @Nullable Class<?> judgedType(ResolvableType validator) {
		return validator.as(ConfigValidator.class).resolveGeneric();
	}

}
