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

import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.CommonAnnotationBeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * A small context that creates and binds beans as Spring Boot does on startup, with the
 * converters and validators of the application but from other property sources. The
 * application never sees these beans, and they are not destroyed.
 */
final class PropertiesTrial implements AutoCloseable {

	private final ConfigurableListableBeanFactory application;

	private final GenericApplicationContext context;

	PropertiesTrial(ConfigurableApplicationContext application, MutablePropertySources sources) {
		this.application = application.getBeanFactory();
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory(this.application);
		beans.setConversionService(this.application.getConversionService());
		this.context = new GenericApplicationContext(beans);
		this.context.setEnvironment(new TrialEnvironment(sources));
		this.context.setClassLoader(application.getClassLoader());
		ConfigurationPropertiesBindingPostProcessor.register(beans);
		beans.registerBeanDefinition("autowired", new RootBeanDefinition(AutowiredAnnotationBeanPostProcessor.class));
		beans.registerBeanDefinition("common", new RootBeanDefinition(CommonAnnotationBeanPostProcessor.class));
		beans.registerSingleton("newInstanceCheck", new NewInstanceCheck());
		this.context.refresh();
	}

	/** Return whether a bean has a definition, so that another one can be created. */
	static boolean canMake(ConfigurationPropertiesBean bean, ConfigurableApplicationContext application) {
		return application.getBeanFactory().containsBeanDefinition(bean.getName());
	}

	/**
	 * Create and bind another bean.
	 * @param bean the bean of the application
	 * @return a new bean of the same definition
	 * @throws org.springframework.beans.BeansException when it can't be bound or is not
	 * valid
	 */
	Object bind(ConfigurationPropertiesBean bean) {
		BeanDefinition original = this.application.getMergedBeanDefinition(bean.getName());
		RootBeanDefinition definition = new RootBeanDefinition((RootBeanDefinition) original);
		definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
		definition.setAttribute(NewInstanceCheck.ATTRIBUTE, bean.getInstance());
		this.context.registerBeanDefinition(bean.getName(), definition);
		return this.context.getBean(bean.getName());
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** The environment of the trial, with only the given sources. */
	private static final class TrialEnvironment extends StandardEnvironment {

		TrialEnvironment(MutablePropertySources sources) {
			super(sources);
		}

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
		}

	}

	/**
	 * Prevents binding of the application's own bean, if a factory method returns it
	 * again.
	 */
	private final class NewInstanceCheck implements BeanPostProcessor, PriorityOrdered {

		static final String ATTRIBUTE = "original";

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public Object postProcessBeforeInitialization(Object bean, String beanName) {
			GenericApplicationContext trial = PropertiesTrial.this.context;
			if (trial.containsBeanDefinition(beanName)
					&& trial.getBeanDefinition(beanName).getAttribute(ATTRIBUTE) == bean) {
				throw new IllegalStateException(
						"its factory method always returns the same instance; it must return a new one");
			}
			return bean;
		}

	}

}
