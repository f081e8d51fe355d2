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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spring.ContextConfigManagers;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Adds the {@link ConfigParticipant} and {@link ConfigProbe} beans for a manager's type
 * or a supertype of it, in their order. Not before all beans are there: a participant may
 * need the manager. Probes are asked until the context begins to close: what closes is
 * not well, and no version's fault.
 */
final class ParticipantBeans implements SmartInitializingSingleton, ApplicationListener<ContextClosedEvent> {

	private final ConfigurableListableBeanFactory beans;

	private final ContextConfigManagers managers;

	private final List<Subscription> probes = new CopyOnWriteArrayList<>();

	ParticipantBeans(ConfigurableListableBeanFactory beans, ContextConfigManagers managers) {
		this.beans = beans;
		this.managers = managers;
	}

	@Override
	public void afterSingletonsInstantiated() {
		instantiate(ConfigParticipant.class);
		instantiate(ConfigProbe.class);
		this.managers.forEach(this::register);
	}

	// A child context that closes is told to its parent, too.
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext().getAutowireCapableBeanFactory().equals(this.beans)) {
			this.probes.forEach(Subscription::close);
		}
	}

	// Where all beans are lazy, one of these may create the manager that it needs: it
	// could not be looked for on behalf of a manager that is just being created for it.
	private void instantiate(Class<?> contract) {
		this.beans.getBeanProvider(contract).stream().forEach((bean) -> {
		});
	}

	@SuppressWarnings("unchecked")
	private <T> void register(ConfigManager<T> manager) {
		new TypedBeans<>(this.beans, ConfigParticipant.class).matching(manager.getConfig().getClass())
			.forEach((participant) -> manager.addParticipant((ConfigParticipant<? super T>) participant));
		new TypedBeans<>(this.beans, ConfigProbe.class).matching(manager.getConfig().getClass())
			.forEach((probe) -> this.probes.add(manager.addProbe((ConfigProbe<? super T>) probe)));
	}

}
