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

import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Transitions;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.load.PartialWriteGuard;
import io.wolfprowler.config.internal.engine.notify.ListenerInvoker;
import io.wolfprowler.config.spi.ConfigSource;

/**
 * Describes the status of a manager.
 *
 * @param active holds the active state
 * @param transitions knows which changes need a restart
 * @param attempts the newest attempts
 * @param hotReload knows how the source is watched
 * @param invoker counts the failures of listeners
 * @param partialWrites counts half-written documents
 * @param source counts what its watch has noticed
 * @param <T> the type of the configuration
 */
record StatusReport<T>(ActiveConfig<T> active, Transitions<T> transitions, AttemptHistory attempts, HotReload hotReload,
		ListenerInvoker invoker, PartialWriteGuard partialWrites, ConfigSource source) {

	ConfigStatus create() {
		ActiveState<T> state = this.active.current();
		return new ConfigStatus(state.entry(), this.attempts.last(), this.attempts.lastReload(),
				this.attempts.lastAccepted(), this.attempts.lastRejection(), state.pendingEdits().keys(),
				this.transitions.pendingRestart(state.config()), this.hotReload.mode(), this.invoker.failures(),
				this.partialWrites.counts(), this.source.watchStats(), state.document().size());
	}

}
