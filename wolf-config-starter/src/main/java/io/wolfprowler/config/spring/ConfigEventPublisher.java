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

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.spi.ConfigObserver;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Publishes the changes and attempts of one manager as events of a context.
 */
final class ConfigEventPublisher implements ConfigObserver<Object> {

	private final AbstractApplicationContext context;

	private final String manager;

	ConfigEventPublisher(AbstractApplicationContext context, String manager) {
		this.context = context;
		this.manager = manager;
	}

	@Override
	public void accepted(ConfigTransition<?> transition) {
		if (!this.context.isActive()) {
			return;
		}
		IsolatingMulticaster multicaster = IsolatingMulticaster.of(this.context);
		for (ConfigChange change : transition.changes()) {
			multicaster.multicastEvent(new ConfigChangeEvent<>(this, this.manager, change));
		}
		multicaster.multicastEvent(new ConfigReloadedEvent<Object>(this, transition.current().config(), transition));
	}

	@Override
	public void attempted(ConfigAttempt attempt) {
		ReloadResult result = attempt.result();
		switch (result.outcome()) {
			case REJECTED, VETOED -> publish(new ConfigRejectedEvent(this, this.manager, result));
			case DEGRADED -> publish(new ConfigDegradedEvent(this, this.manager, result));
			default -> {
			}
		}
	}

	private void publish(ApplicationEvent event) {
		if (this.context.isActive()) {
			IsolatingMulticaster.of(this.context).multicastEvent(event);
		}
	}

}
