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

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/**
 * Finds the beans of a generic interface that match a configuration type.
 *
 * @param beans the beans
 * @param contract the interface, whose only type argument is the configuration type
 * @param <B> the interface
 */
record TypedBeans<B>(ConfigurableListableBeanFactory beans, Class<B> contract) {

	/**
	 * Return the beans for a configuration type or a supertype of it, in their order.
	 */
	List<B> matching(Class<?> type) {
		Set<Object> matching = Collections.newSetFromMap(new IdentityHashMap<>());
		for (String bean : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, this.contract)) {
			if (matches(bean, type)) {
				matching.add(this.beans.getBean(bean));
			}
		}
		return this.beans.getBeanProvider(this.contract).orderedStream().filter(matching::contains).toList();
	}

	// A lookup by type argument in the container would match every lambda that is already
	// created: its type argument is known only from its bean definition.
	private boolean matches(String bean, Class<?> type) {
		Class<?> declared = argument(declaredType(bean));
		if (declared == null) {
			declared = argument(ResolvableType.forInstance(this.beans.getBean(bean)));
		}
		if (declared == null) {
			throw new IllegalStateException("The bean '" + bean + "' does not declare the configuration type it is for;"
					+ " declare its type as a " + this.contract.getSimpleName() + " of a record class");
		}
		return declared.isAssignableFrom(type);
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

	private @Nullable Class<?> argument(ResolvableType type) {
		return type.as(this.contract).resolveGeneric();
	}

}
