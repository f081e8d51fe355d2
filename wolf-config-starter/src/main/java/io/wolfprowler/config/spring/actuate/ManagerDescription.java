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
 * Everything an operator may want to know about a manager.
 *
 * @param version the version in force, with digest, cause and time; give its number as
 * {@code expectedVersion} to change nothing else
 * @param source the source
 * @param sourceState what the source was like at the last look
 * @param hotReload how it is watched
 * @param config the values in force by key, each with where it comes from
 * @param unsaved the keys changed in memory and not written to the source
 * @param pendingRestart the keys whose value takes effect only after a restart
 * @param lastAttempt the newest attempt
 * @param lastRejection the newest attempt that was refused or vetoed
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
	 * A manager in a list.
	 *
	 * @param version the version in force
	 * @param source the source
	 * @param sourceState what the source was like at the last look
	 * @param hotReload how it is watched
	 */
	public record Summary(long version, String source, SourceState sourceState, HotReloadMode hotReload) {

		static Summary of(ConfigManager<?> manager) {
			ConfigStatus status = manager.status();
			return new Summary(status.active().version(), manager.getSnapshot().origin(),
					SourceState.of(status.lastReload()), status.hotReload());
		}

	}

	/**
	 * An attempt to put a version in force.
	 *
	 * @param at when it was decided
	 * @param cause why it was made
	 * @param actor who asked for it
	 * @param digest the SHA-256 of the text it was made on
	 * @param result what came of it
	 */
	public record Attempt(Instant at, Cause cause, @Nullable String actor, String digest, OperationResult result) {

		static Attempt of(ConfigManager<?> manager, ConfigAttempt attempt) {
			return new Attempt(attempt.at(), attempt.cause(), attempt.actor(), attempt.digest(),
					OperationResult.of(manager, attempt.result()));
		}

	}

}
