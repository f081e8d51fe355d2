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
package io.wolfprowler.config.spring.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Collects the {@code @ConfigurationProperties} beans of a context as they are created.
 * Only singletons are kept: beans that are created each time have the active values
 * anyway.
 */
public final class PropertiesBeans implements BeanPostProcessor {

	private final ConfigurableApplicationContext context;

	private final Map<String, ConfigurationPropertiesBean> beans = Collections.synchronizedMap(new LinkedHashMap<>());

	/**
	 * Create a collector for a context.
	 * @param context the context
	 */
	public PropertiesBeans(ConfigurableApplicationContext context) {
		this.context = Objects.requireNonNull(context, "context");
	}

	// The bean as it was created, before a proxy wraps it.
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		ConfigurationPropertiesBean found = ConfigurationPropertiesBean.get(this.context, bean, beanName);
		if (found != null && this.context.containsLocalBean(beanName) && this.context.isSingleton(beanName)) {
			this.beans.put(beanName, found);
		}
		return bean;
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Return the beans to which at least one of the properties is bound, in their order.
	 */
	List<ConfigurationPropertiesBean> boundTo(Collection<String> properties) {
		List<ConfigurationPropertyName> names = properties.stream()
			.map((property) -> ConfigurationPropertyName.adapt(property, '.'))
			.toList();
		List<ConfigurationPropertiesBean> known;
		synchronized (this.beans) {
			known = new ArrayList<>(this.beans.values());
		}
		known.removeIf((bean) -> names.stream().noneMatch(prefix(bean)::isAncestorOf));
		return known;
	}

	private static ConfigurationPropertyName prefix(ConfigurationPropertiesBean bean) {
		return ConfigurationPropertyName.of(bean.getAnnotation().prefix());
	}

}
