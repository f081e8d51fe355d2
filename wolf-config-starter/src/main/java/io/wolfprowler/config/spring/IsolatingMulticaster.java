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

import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;

import io.wolfprowler.config.internal.engine.notify.ListenerInvoker;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Delivers an event to the listeners of a context and its parents, in their order and on
 * the caller's thread. A listener that throws does not affect the others, as it would
 * with the multicaster of the context.
 */
final class IsolatingMulticaster extends SimpleApplicationEventMulticaster {

	private final AbstractApplicationContext context;

	private IsolatingMulticaster(AbstractApplicationContext context) {
		this.context = context;
	}

	/** Create a multicaster for the present listeners. */
	static IsolatingMulticaster of(AbstractApplicationContext context) {
		IsolatingMulticaster multicaster = new IsolatingMulticaster(context);
		multicaster.setBeanFactory(context.getBeanFactory());
		for (ApplicationContext each = context; each != null; each = each.getParent()) {
			if (each instanceof AbstractApplicationContext ancestor) {
				multicaster.addListenersOf(ancestor);
			}
		}
		return multicaster;
	}

	// Prototypes, and lazy beans that are not created yet, are known by name only.
	private void addListenersOf(AbstractApplicationContext context) {
		List.copyOf(context.getApplicationListeners()).forEach(this::addApplicationListener);
		for (String name : context.getBeanNamesForType(ApplicationListener.class, true, false)) {
			if (!context.getBeanFactory().containsSingleton(name)) {
				addApplicationListenerBean(name);
			}
		}
	}

	// A listener before this one may have closed the context.
	@Override
	protected void invokeListener(ApplicationListener<?> listener, ApplicationEvent event) {
		if (!this.context.isActive()) {
			return;
		}
		ListenerInvoker.within(nameOf(listener), () -> {
			try {
				super.invokeListener(listener, event);
			}
			catch (UndeclaredThrowableException ex) {
				throw new ListenerFailedException(ex.getUndeclaredThrowable());
			}
		});
	}

	private static String nameOf(ApplicationListener<?> listener) {
		return (listener instanceof ApplicationListenerMethodAdapter method) ? method.getListenerId()
				: listener.getClass().getName();
	}

	/**
	 * Carries a checked exception of a listener without the wrapper of its proxy.
	 */
	private static final class ListenerFailedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private ListenerFailedException(Throwable cause) {
			super(cause);
		}

	}

}
