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

import java.util.function.Supplier;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spring.environment.LiveProperties;
import io.wolfprowler.config.spring.environment.PropertiesBeans;
import io.wolfprowler.config.spring.environment.Rebinding;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Adds the values of the default manager to the environment as soon as it is created,
 * before other participants can be added.
 */
final class LivePropertiesInstaller implements BeanPostProcessor {

	private final Supplier<LiveProperties> properties;

	private final Supplier<@Nullable PropertiesBeans> rebound;

	LivePropertiesInstaller(Supplier<LiveProperties> properties, Supplier<@Nullable PropertiesBeans> rebound) {
		this.properties = properties;
		this.rebound = rebound;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (beanName.equals(DefaultManagerRegistrar.BEAN_NAME) && bean instanceof ConfigManager<?> manager) {
			install(manager);
		}
		return bean;
	}

	// Beans are bound again before other participants may read them.
	private void install(ConfigManager<?> manager) {
		LiveProperties live = this.properties.get();
		live.show(manager);
		PropertiesBeans beans = this.rebound.get();
		if (beans != null) {
			manager.addParticipant(new Rebinding(manager, live, beans));
		}
	}

}
