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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.spring.ContextConfigManagers;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Adds the {@link ConfigParticipant} and {@link ConfigProbe} beans for a manager's type
 * or a supertype of it, in their order. Not before all beans are there: a participant may
 * need the manager.
 *
 * @param beans finds the beans
 * @param managers the managers
 */
record ParticipantBeans(ConfigurableListableBeanFactory beans,
		ContextConfigManagers managers) implements SmartInitializingSingleton {

	@Override
	public void afterSingletonsInstantiated() {
		create(ConfigParticipant.class);
		create(ConfigProbe.class);
		this.managers.forEach(this::join);
	}

	// Where all beans are lazy, one of these may create the manager that it needs: it
	// could not be looked for on behalf of a manager that is just being created for it.
	private void create(Class<?> contract) {
		this.beans.getBeanProvider(contract).stream().forEach((bean) -> {
		});
	}

	@SuppressWarnings("unchecked")
	private <T> void join(ConfigManager<T> manager) {
		new TypedBeans<>(this.beans, ConfigParticipant.class).fitting(manager.getConfig().getClass())
			.forEach((participant) -> manager.addParticipant((ConfigParticipant<? super T>) participant));
		new TypedBeans<>(this.beans, ConfigProbe.class).fitting(manager.getConfig().getClass())
			.forEach((probe) -> manager.addProbe((ConfigProbe<? super T>) probe));
	}

}
