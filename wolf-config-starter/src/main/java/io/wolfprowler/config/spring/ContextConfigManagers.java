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

package io.wolfprowler.config.spring;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import io.wolfprowler.config.internal.engine.manager.ManagerOwner;

import org.springframework.context.support.AbstractApplicationContext;

/**
 * The managers of one application context. They share its settings and validators,
 * publish events to it, and watch their sources while it runs.
 */
public final class ContextConfigManagers implements ConfigManagerFactory, AutoCloseable {

	private final AbstractApplicationContext context;

	private final List<ConfigManagerCustomizer> customizers;

	private final ManagerOwner registry = new Registry();

	private final Map<String, ConfigManager<?>> managers = new ConcurrentHashMap<>();

	private final List<Consumer<ConfigManager<?>>> buildListeners = new CopyOnWriteArrayList<>();

	/**
	 * Create a factory for the managers of a context.
	 * @param context the context
	 * @param customizers the customizers of all managers, in order
	 */
	public ContextConfigManagers(AbstractApplicationContext context, List<ConfigManagerCustomizer> customizers) {
		this.context = Objects.requireNonNull(context, "context");
		this.customizers = List.copyOf(customizers);
	}

	@Override
	public <T> ConfigManagerBuilder<T> builder(String name, Class<T> type) {
		ConfigManagerBuilder<T> builder = new ManagerBuilder<>(type).ownedBy(this.registry)
			.classLoader(this.context.getClassLoader())
			.name(name)
			.placeholders(this.context.getEnvironment()::getProperty);
		this.customizers.forEach((customizer) -> customizer.customize(builder, name, type));
		return builder;
	}

	/**
	 * Return the open managers.
	 * @return the managers that this factory has built and that are not closed
	 */
	public Collection<ConfigManager<?>> managers() {
		return List.copyOf(this.managers.values());
	}

	/**
	 * Close all managers.
	 */
	@Override
	public void close() {
		managers().forEach(ConfigManager::close);
	}

	/**
	 * Call an action once for every manager: at once for the open ones, and for those
	 * built later before {@code build()} returns.
	 * @param action the action
	 * @return the subscription; it is not called for managers built after this is closed
	 */
	public Subscription forEach(Consumer<ConfigManager<?>> action) {
		Set<ConfigManager<?>> done = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
		Consumer<ConfigManager<?>> listener = (manager) -> {
			if (done.add(manager)) {
				action.accept(manager);
			}
		};
		this.buildListeners.add(listener);
		managers().forEach(listener);
		return () -> this.buildListeners.remove(listener);
	}

	/**
	 * Keeps the open managers by name.
	 */
	private final class Registry implements ManagerOwner {

		@Override
		public void built(ConfigManager<?> manager) {
			if (ContextConfigManagers.this.managers.putIfAbsent(manager.name(), manager) != null) {
				manager.close();
				throw new IllegalStateException("There are two configuration managers with the name '" + manager.name()
						+ "'; give each a name of its own");
			}
			manager.addObserver(new ConfigEventPublisher(ContextConfigManagers.this.context, manager.name()));
			ContextConfigManagers.this.buildListeners.forEach((listener) -> listener.accept(manager));
		}

		@Override
		public void closed(ConfigManager<?> manager) {
			ContextConfigManagers.this.managers.remove(manager.name(), manager);
		}

	}

}
