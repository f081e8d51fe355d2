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

package io.wolfprowler.config.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.internal.history.AuditFile;
import io.wolfprowler.config.internal.history.AuditLog;
import io.wolfprowler.config.wolf.WolfConfig;

/**
 * A process that is to be killed: it changes a configuration without end, and keeps an
 * audit log of it.
 */
final class AuditedNode {

	private AuditedNode() {
	}

	/**
	 * Runs until it is killed.
	 * @param arguments the configuration and the audit log
	 */
	public static void main(String[] arguments) {
		AuditFile audit = new AuditFile(Path.of(arguments[1]), Executors.newCachedThreadPool());
		ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class)
			.file(Path.of(arguments[0]))
			.observer(new AuditLog("node", List.of(audit)))
			.build();
		for (int number = 1;; number++) {
			String name = "x".repeat(1 + number % 5000);
			manager.updateConfig((config) -> config.with((c) -> c.nodeName(name)));
		}
	}

}
