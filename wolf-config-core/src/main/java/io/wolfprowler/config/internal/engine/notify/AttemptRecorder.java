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

package io.wolfprowler.config.internal.engine.notify;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;

/**
 * Reports what attempts lead to: to the history of attempts, the log and the observers.
 *
 * @param history remembers the newest attempts
 * @param log informs the operator
 * @param notifier notifies the listeners
 * @param <T> the type of the configuration
 */
public record AttemptRecorder<T>(AttemptHistory history, ReloadLog log, ChangeNotifier<T> notifier) {

	/**
	 * Record an attempt that read the source. A failure is reported once, however often
	 * it is found again.
	 * @param outcome the outcome; one that is superseded is not recorded
	 * @return the outcome
	 */
	public AttemptOutcome reload(AttemptOutcome outcome) {
		if (outcome instanceof AttemptOutcome.Settled settled && this.history.addReload(settled.attempt())) {
			return report(settled);
		}
		return outcome;
	}

	/**
	 * Record an attempt that the application asked for. The caller learns of a rejection,
	 * so that it is not logged.
	 * @param outcome the outcome; one that is superseded is not recorded
	 * @return the outcome
	 */
	public AttemptOutcome edit(AttemptOutcome outcome) {
		if (outcome instanceof AttemptOutcome.Settled settled) {
			this.history.add(settled.attempt());
			return settled.isRefused() ? settled.notifying(this.notifier.attempted(settled.attempt())) : settled;
		}
		return outcome;
	}

	/**
	 * Report a version that has become active.
	 * @param transition the transition to the version
	 * @param attempt the attempt
	 * @param pendingRestart the changed keys that take effect after a restart
	 * @param warnings the warnings of the validators
	 * @return completes when the listeners have been notified
	 */
	public CompletableFuture<Void> committed(ConfigTransition<T> transition, ConfigAttempt attempt,
			List<String> pendingRestart, List<Problem> warnings) {
		long version = transition.current().version();
		this.log.accepted(attempt.cause(), version, transition.changes(), pendingRestart);
		this.log.degraded(version, attempt.result().problems());
		this.log.warnings(warnings);
		return this.notifier.accepted(transition, attempt);
	}

	private AttemptOutcome report(AttemptOutcome.Settled settled) {
		if (settled instanceof AttemptOutcome.Committed || settled instanceof AttemptOutcome.Unchanged) {
			this.log.recovered(settled.result());
			return settled;
		}
		if (settled instanceof AttemptOutcome.Deferred deferred) {
			this.log.deferred(settled.result().version(), deferred.reason());
		}
		else {
			this.log.rejected(settled.result());
		}
		return settled.notifying(this.notifier.attempted(settled.attempt()));
	}

}
