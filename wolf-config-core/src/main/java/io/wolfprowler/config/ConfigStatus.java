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

package io.wolfprowler.config;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is in force, and what came of the last attempts.
 *
 * @param active the version in force
 * @param lastAttempt the newest look at the source, update or rollback
 * @param lastReload the newest look at the source, the one at the start included: when it
 * was refused, or there was nothing whole to be had, the source holds something else than
 * what is in force
 * @param lastAccepted the attempt that put the version in force; when it is
 * {@link Outcome#DEGRADED}, a participant has failed to act on it
 * @param lastRejection the newest attempt that was refused or vetoed, {@code null} if
 * none was
 * @param unsaved the keys changed in memory and not written to the source
 * @param pendingRestart the keys whose value in force takes effect only after a restart
 * @param hotReload how the source is watched
 * @param failures how often callbacks, views and observers have thrown
 * @param partialWrites how often the source looked half-written
 * @param watch how often the source was said to have changed
 * @param size the size of the text in force in bytes, unsaved updates aside
 */
public record ConfigStatus(ConfigVersion active, ConfigAttempt lastAttempt, ConfigAttempt lastReload,
		ConfigAttempt lastAccepted, @Nullable ConfigAttempt lastRejection, Set<String> unsaved,
		Set<String> pendingRestart, HotReloadMode hotReload, long failures, PartialWriteStats partialWrites,
		WatchStats watch, int size) {

	/**
	 * Copy the collections.
	 */
	public ConfigStatus {
		Objects.requireNonNull(active, "active");
		Objects.requireNonNull(lastAttempt, "lastAttempt");
		Objects.requireNonNull(lastReload, "lastReload");
		Objects.requireNonNull(lastAccepted, "lastAccepted");
		Objects.requireNonNull(watch, "watch");
		Objects.requireNonNull(hotReload, "hotReload");
		Objects.requireNonNull(partialWrites, "partialWrites");
		unsaved = Set.copyOf(unsaved);
		pendingRestart = Set.copyOf(pendingRestart);
	}

}
