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

package io.wolfprowler.config.internal.engine.apply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.notify.FailureLog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A change that the participants have prepared: all of it is committed, or all of it is
 * rolled back.
 *
 * @param <T> the type of the configuration
 */
final class PreparedChange<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigTransition<T> transition;

	private final FailureLog log;

	private final Deque<Part<T>> parts = new ArrayDeque<>();

	private @Nullable Problem veto;

	PreparedChange(ConfigTransition<T> transition, FailureLog log) {
		this.transition = transition;
		this.log = log;
	}

	/** Let one more participant prepare, and return whether it could. */
	boolean prepare(ParticipantRunner<T> runner) {
		try {
			this.parts.addLast(new Part<>(runner, runner.prepare(this.transition, this.log)));
			return true;
		}
		catch (ConfigVetoException ex) {
			this.veto = vetoed(runner, ex);
		}
		catch (Throwable ex) {
			this.veto = failed(runner, "prepare", Problem.Stage.PREPARE, ex);
		}
		return false;
	}

	/** Return why a participant vetoed, {@code null} if none did. */
	@Nullable Problem veto() {
		return this.veto;
	}

	/** Roll back all participants, the last one first. */
	void rollback() {
		while (!this.parts.isEmpty()) {
			rollback(this.parts.removeLast());
		}
	}

	/** Let all participants commit, and return the failures. */
	List<Problem> commit() {
		List<Problem> failures = new ArrayList<>();
		for (Part<T> part : this.parts) {
			try {
				part.runner().commit(part.prepared(), this.log);
			}
			catch (Throwable ex) {
				failures.add(failed(part.runner(), "commit", Problem.Stage.COMMIT, ex));
			}
		}
		return failures;
	}

	private void rollback(Part<T> part) {
		try {
			part.runner().rollback(part.prepared(), this.log);
		}
		catch (Throwable ex) {
			failed(part.runner(), "roll back", Problem.Stage.PREPARE, ex);
		}
	}

	private Problem vetoed(ParticipantRunner<T> runner, ConfigVetoException veto) {
		try {
			String key = veto.getKey();
			String reason = String.valueOf(veto.getMessage());
			return problem(Problem.Stage.PREPARE, key,
					(key != null) ? reason : runner.name() + " vetoed the change: " + reason);
		}
		catch (Throwable ex) {
			// An exception may be of a class of its own, with code of its own.
			return failed(runner, "prepare", Problem.Stage.PREPARE, veto);
		}
	}

	private Problem failed(ParticipantRunner<T> runner, String step, Problem.Stage stage, Throwable failure) {
		String headline = runner.name() + " failed to " + step + " version " + this.transition.current().version();
		if (failure instanceof CancellationException && runner.isClosed()) {
			logger.info(headline + ": " + this.log.reason(failure));
		}
		else {
			this.log.error(headline, failure);
		}
		return problem(stage, null, headline + ": " + this.log.reason(failure));
	}

	private Problem problem(Problem.Stage stage, @Nullable String key, String message) {
		return new Problem(stage, key, 0, 0, this.log.masked(message));
	}

	private record Part<T>(ParticipantRunner<T> runner, Prepared prepared) {

	}

}
