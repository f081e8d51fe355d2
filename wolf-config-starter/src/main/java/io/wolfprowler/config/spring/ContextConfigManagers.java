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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.engine.ManagerBuilder;
import io.wolfprowler.config.engine.ManagerOwner;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * The managers of one application context: they share its settings and rules, publish its
 * events, and are watched while it runs.
 */
public final class ContextConfigManagers implements ConfigManagerFactory, AutoCloseable {

	private final AbstractApplicationContext context;

	private final List<ConfigManagerCustomizer> customizers;

	private final ManagerOwner registry = new Registry();

	private final Map<String, ConfigManager<?>> managers = new ConcurrentHashMap<>();

	private volatile @Nullable Consumer<ConfigManager<?>> newcomers;

	/**
	 * Create the managers of a context.
	 * @param context the context
	 * @param customizers the settings they share, in order
	 */
	public ContextConfigManagers(AbstractApplicationContext context, List<ConfigManagerCustomizer> customizers) {
		this.context = Objects.requireNonNull(context, "context");
		this.customizers = List.copyOf(customizers);
	}

	@Override
	public <T> ConfigManager.Builder<T> builder(String name, Class<T> type) {
		ConfigManager.Builder<T> builder = new ManagerBuilder<>(type).ownedBy(this.registry)
			.classLoader(this.context.getClassLoader())
			.name(name)
			.placeholders(this.context.getEnvironment()::getProperty);
		this.customizers.forEach((customizer) -> customizer.customize(builder, name, type));
		return builder;
	}

	/**
	 * Return the managers that are open.
	 * @return the managers that this factory has built and nobody has closed
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

	/** Hand managers over that are built from now on. */
	void onNewcomer(@Nullable Consumer<ConfigManager<?>> consumer) {
		this.newcomers = consumer;
	}

	/**
	 * Keeps the managers that are open, by their names.
	 */
	private final class Registry implements ManagerOwner {

		@Override
		public void built(ConfigManager<?> manager) {
			if (ContextConfigManagers.this.managers.putIfAbsent(manager.name(), manager) != null) {
				manager.close();
				throw new IllegalStateException("There are two configuration managers with the name '" + manager.name()
						+ "'; give each its own");
			}
			manager.addObserver(new ConfigEventPublisher(ContextConfigManagers.this.context, manager.name()));
			Consumer<ConfigManager<?>> consumer = ContextConfigManagers.this.newcomers;
			if (consumer != null) {
				consumer.accept(manager);
			}
		}

		@Override
		public void closed(ConfigManager<?> manager) {
			ContextConfigManagers.this.managers.remove(manager.name(), manager);
		}

	}

}
