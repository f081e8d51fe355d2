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
 * An attempt to apply a version that did not fully succeed. A listener of this type
 * receives both kinds.
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
	 * Return the name of the manager that made the attempt.
	 * @return the name
	 */
	public final String manager() {
		return this.manager;
	}

	/**
	 * Return the outcome with all problems: those of the candidate, or the participants
	 * that failed to commit.
	 * @return the result
	 */
	public final ReloadResult result() {
		return this.result;
	}

}
