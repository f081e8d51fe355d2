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

package io.wolfprowler.config.internal.engine.manager;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.internal.engine.apply.TwoPhaseCommit;
import io.wolfprowler.config.internal.engine.edit.OperationGate;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.notify.ChangeNotifier;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.spi.ConfigSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Closes the parts of a manager, in the opposite direction of a reload's way: first what
 * starts reloads, last the source.
 *
 * @param hotReload starts no reload any more
 * @param commit accepts no version any more
 * @param notifier notifies listeners of no version any more
 * @param gate ends the operations and the manager's thread
 * @param historyThread ends when everything is written
 * @param source is closed
 * @param owner is notified
 */
record Shutdown(HotReload hotReload, TwoPhaseCommit<?> commit, ChangeNotifier<?> notifier, OperationGate gate,
		ManagerThread historyThread, ConfigSource source, ManagerOwner owner) {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	void close(ConfigManager<?> manager) {
		this.hotReload.close();
		this.commit.close(this.gate.patience());
		this.notifier.close();
		this.gate.end();
		this.historyThread.end(this.gate.patience());
		closeSource();
		this.owner.closed(manager);
	}

	// The source may be code of the application.
	private void closeSource() {
		try {
			this.source.close();
		}
		catch (RuntimeException ex) {
			logger.warn("Cannot close " + this.source.description(), ex);
		}
	}

}
