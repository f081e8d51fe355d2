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

import io.wolfprowler.config.ReloadResult;

import org.springframework.context.ApplicationEvent;

/**
 * An attempt to put a version in force has not come out as it should. A listener of this
 * type hears of each kind.
 */
public abstract sealed class ConfigAttemptEvent extends ApplicationEvent
		permits ConfigDegradedEvent, ConfigRejectedEvent {

	private static final long serialVersionUID = 1L;

	private final String manager;

	private final transient ReloadResult result;

	ConfigAttemptEvent(Object source, String manager, ReloadResult result) {
		super(source);
		this.manager = manager;
		this.result = result;
	}

	/**
	 * Return the name of the manager whose configuration it is.
	 * @return the name
	 */
	public final String manager() {
		return this.manager;
	}

	/**
	 * Return the outcome with all problems: what was wrong with a candidate, or who has
	 * failed to act on a version.
	 * @return the result
	 */
	public final ReloadResult result() {
		return this.result;
	}

}
