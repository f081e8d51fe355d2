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

package io.wolfprowler.config.internal.history;

import java.util.List;
import java.util.Objects;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.spi.ConfigObserver;

/**
 * Writes a line for each attempt of one manager, in the order of the versions. The
 * attempt that made the first version active is included if this observer is given to the
 * builder.
 */
public final class AuditLog implements ConfigObserver<Object> {

	private final String manager;

	private final List<AuditSink> sinks;

	/**
	 * Create a log.
	 * @param manager the name of the manager
	 * @param sinks where the lines go; managers may share sinks
	 */
	public AuditLog(String manager, List<? extends AuditSink> sinks) {
		this.manager = Objects.requireNonNull(manager, "manager");
		this.sinks = List.copyOf(sinks);
	}

	@Override
	public void attempted(ConfigAttempt attempt) {
		AuditLine line = AuditLine.of(this.manager, attempt);
		this.sinks.forEach((sink) -> sink.add(line));
	}

}
