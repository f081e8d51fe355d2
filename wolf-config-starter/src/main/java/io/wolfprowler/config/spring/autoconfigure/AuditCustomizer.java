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

package io.wolfprowler.config.spring.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.internal.history.ApplicationLog;
import io.wolfprowler.config.internal.history.AuditFile;
import io.wolfprowler.config.internal.history.AuditLog;
import io.wolfprowler.config.internal.history.AuditSink;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Adds an audit log to every manager. It is closed after the managers, which depend on
 * it.
 *
 * @param file the file that they share, {@code null} if there is none
 * @param log whether to log the lines
 */
record AuditCustomizer(@Nullable AuditFile file, boolean log) implements ConfigManagerCustomizer, AutoCloseable {

	@Override
	public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
		List<AuditSink> sinks = Stream.of(this.file, this.log ? new ApplicationLog() : null)
			.filter(Objects::nonNull)
			.toList();
		builder.observer(new AuditLog(name, sinks));
	}

	@Override
	public void close() {
		if (this.file != null) {
			this.file.close();
		}
	}

}
