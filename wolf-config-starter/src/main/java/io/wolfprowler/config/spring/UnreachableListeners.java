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

import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * Finds listener methods that look right but are never called.
 */
final class UnreachableListeners {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final ResolvableType ANY = event(ConfigChange.class);

	private static final List<ResolvableType> VARIANTS = Stream.of(ConfigChange.class.getPermittedSubclasses())
		.map(UnreachableListeners::event)
		.toList();

	private UnreachableListeners() {
	}

	static void warn(AbstractApplicationContext context) {
		for (ApplicationListener<?> listener : List.copyOf(context.getApplicationListeners())) {
			if (listener instanceof ApplicationListenerMethodAdapter method && isUnreachable(method)) {
				logger.warn(method.getListenerId() + " is never called: generics are invariant, so no event is a"
						+ " ConfigChangeEvent<ConfigChange>. Declare ConfigChangeEvent<?> or ConfigChange instead");
			}
		}
	}

	private static boolean isUnreachable(ApplicationListenerMethodAdapter method) {
		return method.supportsEventType(ANY) && VARIANTS.stream().noneMatch(method::supportsEventType);
	}

	private static ResolvableType event(Class<?> change) {
		return ResolvableType.forClassWithGenerics(ConfigChangeEvent.class, change);
	}

}
