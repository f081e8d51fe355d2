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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import io.wolfprowler.config.spring.ContextConfigManagers;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;

/**
 * The configurations of a test context, one for each manager. Sets the sources of the
 * managers after all other settings.
 */
final class TestConfigs implements ConfigManagerCustomizer, Ordered {

	private final ApplicationContext context;

	private final List<DeclaredConfig> declared;

	private final Map<String, TestConfig<?>> configs = new ConcurrentHashMap<>();

	TestConfigs(ApplicationContext context, List<DeclaredConfig> declared) {
		this.context = context;
		this.declared = declared;
	}

	@Override
	public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
		DeclaredConfig own = declaredFor(name, type);
		builder.slowCallback(TestConfig.PATIENCE);
		if (own != null && own.toml().isBlank()) {
			builder.allowEmpty(true);
		}
		((ManagerBuilder<T>) builder).sourceInstead((original) -> {
			InMemorySource source = (own != null) ? new InMemorySource(fileOf(own), own.toml())
					: copyOf(original.get());
			this.configs.put(name, new TestConfig<>(source, () -> this.<T>manager(name)));
			return source;
		});
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	/**
	 * Return the configuration of a declaration, whose manager is created if necessary.
	 */
	TestConfig<?> of(DeclaredConfig wanted) {
		TestConfig<?> config = find(wanted);
		if (config == null) {
			// Beans may be lazy.
			this.context.getBeansOfType(ConfigManager.class);
			config = find(wanted);
		}
		if (config == null) {
			throw new IllegalStateException("@WolfConfigTest declares the configuration " + wanted
					+ ", but the application has no such manager; it has " + this.configs.keySet());
		}
		return config;
	}

	/** Return all configurations to their first document. */
	void reset() {
		this.configs.values().forEach(TestConfig::reset);
	}

	private @Nullable TestConfig<?> find(DeclaredConfig wanted) {
		List<? extends ConfigManager<?>> candidates = managers().managers()
			.stream()
			.filter((manager) -> wanted.isFor(manager.name(), manager.getConfig().getClass()))
			.sorted((one, other) -> Boolean.compare(other.name().equals("wolf"), one.name().equals("wolf")))
			.toList();
		return candidates.isEmpty() ? null : this.configs.get(candidates.get(0).name());
	}

	private @Nullable DeclaredConfig declaredFor(String name, Class<?> type) {
		return this.declared.stream().filter((each) -> each.isFor(name, type)).findFirst().orElse(null);
	}

	@SuppressWarnings("unchecked") // The manager of this name was built for this type.
	private <T> ConfigManager<T> manager(String name) {
		return (ConfigManager<T>) managers().managers()
			.stream()
			.filter((manager) -> manager.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The configuration manager '" + name + "' is closed"));
	}

	private ContextConfigManagers managers() {
		return this.context.getBean(ContextConfigManagers.class);
	}

	private static String fileOf(DeclaredConfig own) {
		return own.isDefault() ? "config.toml" : own.manager() + ".toml";
	}

	private static InMemorySource copyOf(ConfigSource original) {
		InMemorySource copy = new InMemorySource(original.description(), null);
		try {
			copy.replace(new String(original.read().bytes(), StandardCharsets.UTF_8));
		}
		catch (NoSuchFileException ex) {
			return copy;
		}
		catch (IOException ex) {
			copy.failReads(ex);
		}
		return copy;
	}

}
