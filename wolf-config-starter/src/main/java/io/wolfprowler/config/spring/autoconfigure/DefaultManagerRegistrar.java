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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigProperties.Source;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Registers the default manager with its generic type, so that it can be injected. This
 * is not a bean method because the type is known only from a property. It is public
 * because code that is generated ahead of time creates an instance.
 */
public final class DefaultManagerRegistrar implements BeanRegistrar {

	/** The name of the bean. */
	public static final String BEAN_NAME = "wolfConfigManager";

	/** The name of the manager. */
	public static final String NAME = "wolf";

	/**
	 * Create a registrar; called by Spring.
	 */
	public DefaultManagerRegistrar() {
	}

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		register(registry, DefaultManagerType.in(environment));
	}

	private <T> void register(BeanRegistry registry, Class<T> type) {
		ParameterizedTypeReference<ConfigManager<T>> beanType = ParameterizedTypeReference
			.forType(ResolvableType.forClassWithGenerics(ConfigManager.class, type).getType());
		registry.registerBean(BEAN_NAME, beanType, (spec) -> spec.description("Manager of the default configuration")
			.supplier((beans) -> manager(beans, type)));
	}

	private static <T> ConfigManager<T> manager(BeanRegistry.SupplierContext beans, Class<T> type) {
		WolfConfigProperties properties = beans.bean(WolfConfigProperties.class);
		ConfigManagerBuilder<T> builder = beans.bean(ConfigManagerFactory.class).builder(NAME, type);
		ConfigSource source = beans.beanProvider(ConfigSource.class).getIfAvailable();
		if (source == null && properties.source() != Source.FILE) {
			throw new InvalidConfigurationPropertyValueException("wolf.config.source", properties.source(),
					"It requires wolf-config-remote on the class path, or a bean of type ConfigSource");
		}
		return ((source != null) ? builder.source(source, Path.of(properties.cache())).keepCopy(true)
				: builder.file(Path.of(properties.path())))
			.build();
	}

}
