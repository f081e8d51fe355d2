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

import io.wolfprowler.config.ConfigChange;

import org.springframework.context.PayloadApplicationEvent;

/**
 * One detected difference, published after the new configuration has become active.
 * Listen to the payload ({@code on(ConfigChange.WebServer change)}), to the event of one
 * variant ({@code on(ConfigChangeEvent<ConfigChange.Crypto> event)}), or to all
 * ({@code on(ConfigChange any)} or {@code on(ConfigChangeEvent<?> event)}). A method with
 * the parameter {@code ConfigChangeEvent<ConfigChange>} is never called, because generics
 * are invariant; a warning names such methods on startup.
 *
 * @param <C> the variant
 */
public final class ConfigChangeEvent<C extends ConfigChange> extends PayloadApplicationEvent<C> {

	private static final long serialVersionUID = 1L;

	private final String manager;

	ConfigChangeEvent(Object source, String manager, C change) {
		super(source, change);
		this.manager = manager;
	}

	/**
	 * Return the name of the manager whose configuration changed.
	 * @return the name
	 */
	public String manager() {
		return this.manager;
	}

	/**
	 * Return a description in which secret values are masked.
	 */
	@Override
	public String toString() {
		return "ConfigChangeEvent[manager=" + this.manager + ", change=" + getPayload() + "]";
	}

}
