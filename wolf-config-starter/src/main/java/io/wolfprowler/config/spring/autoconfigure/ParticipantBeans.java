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
 * Adds the {@link ConfigParticipant} and {@link ConfigProbe} beans for the type of a
 * manager, or a supertype, in their order. They are added after all singletons are
 * created, because a participant may need the manager. Probes are removed when the
 * context begins to close: a failure during shutdown is not caused by a version.
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

	// The event of a child context is published to its parent, too.
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext().getAutowireCapableBeanFactory().equals(this.beans)) {
			this.probes.forEach(Subscription::close);
		}
	}

	// If all beans are lazy, one of these may create the manager that it needs. It can't
	// be
	// looked up while that manager is being created for it.
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
