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

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.spring.environment.FlatValues.FlatValue;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Adds the active values of a manager to the environment, as the property source
 * {@code wolfConfig}: below system properties and environment variables, above all
 * configuration data. The source is replaced as a whole with each version, before
 * callbacks and listeners are notified.
 */
public final class LiveProperties {

	/** The name of the property source. */
	public static final String SOURCE_NAME = "wolfConfig";

	private static final String CONFIG_DATA = "Config resource ";

	private final MutablePropertySources sources;

	private final String prefix;

	/**
	 * Create the properties of an environment.
	 * @param environment the environment
	 * @param prefix the prefix of their names, without a dot at its end; may be empty
	 */
	public LiveProperties(ConfigurableEnvironment environment, String prefix) {
		this.sources = environment.getPropertySources();
		this.prefix = Objects.requireNonNull(prefix, "prefix").isEmpty() ? "" : prefix + ".";
	}

	/**
	 * Show the values of a manager and follow its versions. It should not have other
	 * participants yet, because they may read the environment when they commit.
	 * @param manager the manager
	 * @param <T> the type of its configuration
	 */
	public <T> void show(ConfigManager<T> manager) {
		ValueOrigins origins = new ValueOrigins(manager);
		manager.addParticipant((transition) -> new Replacement(source(transition.current(), origins)));
		put(source(manager.getSnapshot(), origins), this.sources);
	}

	/**
	 * Return the names of the properties that differ between two versions.
	 * @param before one version
	 * @param after the other version
	 * @return the names with their prefix, sorted
	 */
	public Set<String> changed(ConfigSnapshot<?> before, ConfigSnapshot<?> after) {
		Map<String, FlatValue> old = FlatValues.of(before.values().toml(), this.prefix);
		Map<String, FlatValue> now = FlatValues.of(after.values().toml(), this.prefix);
		Set<String> names = new TreeSet<>(old.keySet());
		names.addAll(now.keySet());
		names.removeIf((name) -> Objects.equals(old.get(name), now.get(name)));
		return names;
	}

	/** Return the sources of the environment, with the values of another version. */
	MutablePropertySources with(ConfigSnapshot<?> version, ConfigManager<?> manager) {
		MutablePropertySources others = new MutablePropertySources();
		this.sources.stream()
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.forEach(others::addLast);
		put(source(version, new ValueOrigins(manager)), others);
		return others;
	}

	private PropertySource<?> source(ConfigSnapshot<?> version, ValueOrigins origins) {
		return new OriginTrackedMapPropertySource(SOURCE_NAME, new LiveValues(version, this.prefix, origins), true);
	}

	private static void put(PropertySource<?> source, MutablePropertySources sources) {
		if (sources.contains(SOURCE_NAME)) {
			sources.replace(SOURCE_NAME, source);
		}
		else if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
			sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
		}
		else {
			sources.stream()
				.filter((each) -> each.getName().startsWith(CONFIG_DATA))
				.findFirst()
				.ifPresentOrElse((first) -> sources.addBefore(first.getName(), source), () -> sources.addLast(source));
		}
	}

	/**
	 * Replaces the source when the version becomes active.
	 */
	private final class Replacement implements ConfigParticipant.Prepared {

		private final PropertySource<?> source;

		Replacement(PropertySource<?> source) {
			this.source = source;
		}

		@Override
		public void commit() {
			put(this.source, LiveProperties.this.sources);
		}

		@Override
		public void rollback() {
		}

	}

}
