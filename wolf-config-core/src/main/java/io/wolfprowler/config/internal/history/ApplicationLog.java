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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Sends audit lines to the logging system of the application, as messages of the logger
 * {@code io.wolfprowler.config.audit} at INFO. How long they are kept depends on that
 * system.
 */
public final class ApplicationLog implements AuditSink {

	private static final Log logger = LogFactory.getLog("io.wolfprowler.config.audit");

	@Override
	public void add(AuditLine line) {
		logger.info(line);
	}

}
