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

import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.spi.ConfigObserver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.ApplicationContext;

/**
 * Notifies Spring Cloud of every new active version, after the callbacks: publishes the
 * names of the changed properties and refreshes the beans of the refresh scope.
 */
public final class CloudBridge implements ConfigObserver<Object> {

	private final ApplicationContext context;

	private final LiveProperties properties;

	private final ObjectProvider<RefreshScope> scope;

	/**
	 * Create a bridge.
	 * @param context the context that the event is published to
	 * @param properties the properties with the active values
	 * @param scope the refresh scope, if there is one
	 */
	public CloudBridge(ApplicationContext context, LiveProperties properties, ObjectProvider<RefreshScope> scope) {
		this.context = Objects.requireNonNull(context, "context");
		this.properties = Objects.requireNonNull(properties, "properties");
		this.scope = Objects.requireNonNull(scope, "scope");
	}

	@Override
	public void accepted(ConfigTransition<?> transition) {
		Set<String> changed = this.properties.changed(transition.previous(), transition.current());
		this.context.publishEvent(new EnvironmentChangeEvent(this.context, changed));
		this.scope.ifAvailable(RefreshScope::refreshAll);
	}

}
