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
 * @param accepted the version in force
 * @param lastAttempt the newest look at the source, update or rollback
 * @param lastRejection the newest attempt that was refused or vetoed, {@code null} if
 * none was
 * @param unsaved the keys changed in memory and not written to the source
 * @param pendingRestart the keys whose value in force takes effect only after a restart
 * @param hotReload how the source is watched
 * @param failures how often callbacks, views and observers have thrown
 * @param halfWritten how often the source looked half-written
 */
public record ConfigStatus(ConfigVersion accepted, ConfigAttempt lastAttempt, @Nullable ConfigAttempt lastRejection,
		Set<String> unsaved, Set<String> pendingRestart, HotReloadMode hotReload, long failures,
		HalfWritten halfWritten) {

	/**
	 * Copy the collections.
	 */
	public ConfigStatus {
		Objects.requireNonNull(accepted, "accepted");
		Objects.requireNonNull(lastAttempt, "lastAttempt");
		Objects.requireNonNull(hotReload, "hotReload");
		Objects.requireNonNull(halfWritten, "halfWritten");
		unsaved = Set.copyOf(unsaved);
		pendingRestart = Set.copyOf(pendingRestart);
	}

}
