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
 * The active version, and the outcomes of the last attempts.
 *
 * @param active the active version
 * @param lastAttempt the newest reload, update or rollback
 * @param lastReload the newest attempt to read the source, including the one at the
 * start. If it was rejected, vetoed or found no complete document, the source differs
 * from the active configuration
 * @param lastAccepted the attempt that made the active version active. If its outcome is
 * {@link Outcome#DEGRADED}, a participant failed to commit
 * @param lastRejection the newest attempt that was rejected or vetoed, {@code null} if
 * there was none
 * @param unsaved the keys that were updated in memory and are not saved
 * @param pendingRestart the keys whose active value takes effect only after a restart
 * @param hotReload how the source is watched
 * @param failures how often callbacks, view listeners and observers have thrown
 * @param partialWrites how often the source looked half-written
 * @param watch how often the source announced a change
 * @param size the size of the active document in bytes, without unsaved updates
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
