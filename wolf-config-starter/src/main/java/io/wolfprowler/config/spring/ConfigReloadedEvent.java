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
import java.util.Set;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigTransition;

import org.springframework.context.PayloadApplicationEvent;

/**
 * A new active version, published after the events of its changes. The payload is the new
 * configuration, so {@code on(WolfConfig fresh)} is enough to listen to it.
 *
 * @param <T> the type of the configuration
 */
public final class ConfigReloadedEvent<T> extends PayloadApplicationEvent<T> {

	private static final long serialVersionUID = 1L;

	private final transient ConfigTransition<? extends T> transition;

	ConfigReloadedEvent(Object source, T config, ConfigTransition<? extends T> transition) {
		super(source, config);
		this.transition = transition;
	}

	/**
	 * Return the name of the manager whose configuration changed.
	 * @return the name
	 */
	public String manager() {
		return this.transition.manager();
	}

	/**
	 * Return the configuration that was active before.
	 * @return the previous configuration
	 */
	public T previous() {
		return this.transition.previous().config();
	}

	/**
	 * Return the number of the new version.
	 * @return the version
	 */
	public long version() {
		return this.transition.current().version();
	}

	/**
	 * Return the differences to the previous version.
	 * @return the changes
	 */
	public List<ConfigChange> changes() {
		return this.transition.changes();
	}

	/**
	 * Return the changed keys that take effect only after a restart.
	 * @return the keys
	 */
	public Set<String> restartRequired() {
		return this.transition.restartRequired();
	}

	/**
	 * Return what caused the change.
	 * @return the cause
	 */
	public Cause cause() {
		return this.transition.current().cause();
	}

}
