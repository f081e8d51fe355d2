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

package io.wolfprowler.config.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.spring.autoconfigure.EnvironmentAutoConfiguration;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigAutoConfiguration;
import io.wolfprowler.config.wolf.WolfConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;

/**
 * Adds the configurations of a test to its context. Tests that declare the same
 * configurations share a context.
 *
 * @param declared the declared configurations
 */
record TestConfigContextCustomizer(List<DeclaredConfig> declared) implements ContextCustomizer {

	private static final String TYPE = "wolf.config.type";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
		addProperties(context.getEnvironment().getPropertySources());
		new AnnotatedBeanDefinitionReader(registry).registerBean(Imports.class);
		TestConfigs configs = new TestConfigs(context, this.declared);
		beans.registerSingleton("wolfConfigTestConfigs", configs);
		for (DeclaredConfig each : this.declared) {
			registry.registerBeanDefinition(each.beanName(),
					definition(each, configs, typeOf(each, context.getEnvironment())));
		}
	}

	private void addProperties(MutablePropertySources sources) {
		MapPropertySource own = new MapPropertySource("wolfConfigTest", properties());
		if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
			sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, own);
		}
		else {
			sources.addFirst(own);
		}
	}

	private Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("wolf.config.hot-reload.enabled", "false");
		properties.put("wolf.config.history.directory", "");
		properties.put("wolf.config.history.required", "false");
		properties.put("wolf.config.start-mode", "strict");
		properties.put("wolf.config.audit.file", "");
		properties.put("wolf.config.audit.log", "false");
		for (DeclaredConfig each : this.declared) {
			if (each.isDefault() && each.type() != null) {
				properties.put(TYPE, each.type().getName());
			}
		}
		return properties;
	}

	private static RootBeanDefinition definition(DeclaredConfig declared, TestConfigs configs,
			@Nullable Class<?> type) {
		RootBeanDefinition definition = new RootBeanDefinition(TestConfig.class);
		if (type != null) {
			definition.setTargetType(ResolvableType.forClassWithGenerics(TestConfig.class, type));
		}
		definition.setInstanceSupplier(() -> configs.of(declared));
		definition.setLazyInit(true);
		// The context closes the managers after the beans that use them.
		definition.setDestroyMethodName("");
		return definition;
	}

	private static @Nullable Class<?> typeOf(DeclaredConfig declared, ConfigurableEnvironment environment) {
		if (declared.type() != null || !declared.isDefault()) {
			return declared.type();
		}
		String name = environment.getProperty(TYPE, WolfConfig.class.getName());
		return name.equals("none") ? null : ClassUtils.resolveClassName(name, null);
	}

	/**
	 * The auto-configuration for contexts that have none. It changes nothing in those
	 * that have it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ WolfConfigAutoConfiguration.class, EnvironmentAutoConfiguration.class })
	static class Imports {

	}

}
