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

package io.wolfprowler.config.spring.aot;

import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.internal.engine.manager.ManagerProvider;
import io.wolfprowler.config.spi.ConfigManagerProvider;
import io.wolfprowler.config.spi.DefaultReader;
import io.wolfprowler.config.spring.BootDefaults;
import io.wolfprowler.config.spring.ConfigAttemptEvent;
import io.wolfprowler.config.spring.ConfigChangeEvent;
import io.wolfprowler.config.spring.ConfigDegradedEvent;
import io.wolfprowler.config.spring.ConfigRejectedEvent;
import io.wolfprowler.config.spring.ConfigReloadedEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Registers what every application needs by reflection: the engine, the reader of Boot's
 * defaults, and the methods of events for conditions of event listeners.
 */
class StarterRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		registerService(hints, ConfigManagerProvider.class, ManagerProvider.class);
		registerService(hints, DefaultReader.class, BootDefaults.class);
		Stream
			.concat(Stream.of(ConfigChange.class.getPermittedSubclasses()),
					Stream.of(ConfigAttemptEvent.class, ConfigChangeEvent.class, ConfigDegradedEvent.class,
							ConfigRejectedEvent.class, ConfigReloadedEvent.class))
			.forEach((type) -> hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS));
	}

	private static <S> void registerService(RuntimeHints hints, Class<S> service, Class<? extends S> provider) {
		hints.resources().registerPattern("META-INF/services/" + service.getName());
		hints.reflection().registerType(provider, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
	}

}
