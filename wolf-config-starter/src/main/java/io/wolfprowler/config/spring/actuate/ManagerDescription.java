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
package io.wolfprowler.config.spring.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.HotReloadMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The description of a manager for operators.
 *
 * @param version the active version, with digest, cause and time; its number is what
 * {@code expectedVersion} is compared with
 * @param source the source
 * @param sourceState the state of the source when it was last read
 * @param hotReload how the source is watched
 * @param config the active values by key, each with its origin
 * @param unsaved the keys that are changed in memory but not saved
 * @param pendingRestart the changed keys that take effect only after a restart
 * @param lastAttempt the newest attempt
 * @param lastRejection the newest attempt that was rejected or vetoed
 */
public record ManagerDescription(ConfigVersion version, String source, SourceState sourceState, HotReloadMode hotReload,
		Map<String, ShownValues.Value> config, List<String> unsaved, List<String> pendingRestart, Attempt lastAttempt,
		@Nullable Attempt lastRejection) implements OperationResponseBody {

	static ManagerDescription of(ConfigManager<?> manager, ShownValues values, boolean shown) {
		ConfigStatus status = manager.status();
		ConfigAttempt rejection = status.lastRejection();
		return new ManagerDescription(status.active(), manager.getSnapshot().origin(),
				SourceState.of(status.lastReload()), status.hotReload(),
				values.entries(manager.inspect().entries(), shown), status.unsaved().stream().sorted().toList(),
				status.pendingRestart().stream().sorted().toList(), Attempt.of(manager, status.lastAttempt()),
				(rejection != null) ? Attempt.of(manager, rejection) : null);
	}

	/**
	 * The summary of a manager in a list.
	 *
	 * @param version the active version
	 * @param source the source
	 * @param sourceState the state of the source when it was last read
	 * @param hotReload how the source is watched
	 */
	public record Summary(long version, String source, SourceState sourceState, HotReloadMode hotReload) {

		static Summary of(ConfigManager<?> manager) {
			ConfigStatus status = manager.status();
			return new Summary(status.active().version(), manager.getSnapshot().origin(),
					SourceState.of(status.lastReload()), status.hotReload());
		}

	}

	/**
	 * An attempt to apply a version.
	 *
	 * @param at when it ended
	 * @param cause what caused it
	 * @param actor who requested it
	 * @param digest the SHA-256 of its document
	 * @param result its result
	 */
	public record Attempt(Instant at, Cause cause, @Nullable String actor, String digest, OperationResult result) {

		static Attempt of(ConfigManager<?> manager, ConfigAttempt attempt) {
			return new Attempt(attempt.at(), attempt.cause(), attempt.actor(), attempt.digest(),
					OperationResult.of(manager, attempt.result()));
		}

	}

}
