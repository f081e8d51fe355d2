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
import io.wolfprowler.config.spi.ListenerCall;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the participants have prepared for one change: all of it is committed, or all of
 * it is rolled back.
 *
 * @param <T> the type of the configuration
 */
final class PreparedChange<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigTransition<T> transition;

	private final FailureLog log;

	private final ParticipantTimer measured;

	private final Deque<Part<T>> parts = new ArrayDeque<>();

	private @Nullable Problem veto;

	PreparedChange(ConfigTransition<T> transition, FailureLog log, ParticipantTimer measured) {
		this.measured = measured;
		this.transition = transition;
		this.log = log;
	}

	/** Let one more prepare, and return whether it could. */
	boolean add(ParticipantRunner<T> seat) {
		try {
			this.parts.addLast(new Part<>(seat, this.measured.call(ListenerCall.Kind.PREPARE, seat.name(),
					() -> seat.prepare(this.transition, this.log))));
			return true;
		}
		catch (ConfigVetoException ex) {
			this.veto = vetoed(seat, ex);
		}
		catch (Throwable ex) {
			this.veto = failed(seat, "prepare", Problem.Stage.PREPARE, ex);
		}
		return false;
	}

	/** Return why somebody can't go along, {@code null} if everyone can. */
	@Nullable Problem veto() {
		return this.veto;
	}

	/** Undo everything, the last first. */
	void rollback() {
		while (!this.parts.isEmpty()) {
			rollback(this.parts.removeLast());
		}
	}

	/** Let everyone act, and return who has failed to. */
	List<Problem> commit() {
		List<Problem> failures = new ArrayList<>();
		for (Part<T> part : this.parts) {
			try {
				this.measured.run(ListenerCall.Kind.COMMIT, part.seat().name(),
						() -> part.seat().commit(part.prepared(), this.log));
			}
			catch (Throwable ex) {
				failures.add(failed(part.seat(), "commit", Problem.Stage.COMMIT, ex));
			}
		}
		return failures;
	}

	private void rollback(Part<T> part) {
		try {
			this.measured.run(ListenerCall.Kind.ROLLBACK, part.seat().name(),
					() -> part.seat().rollback(part.prepared(), this.log));
		}
		catch (Throwable ex) {
			failed(part.seat(), "roll back", Problem.Stage.PREPARE, ex);
		}
	}

	private Problem vetoed(ParticipantRunner<T> seat, ConfigVetoException veto) {
		try {
			String key = veto.getKey();
			String reason = String.valueOf(veto.getMessage());
			return problem(Problem.Stage.PREPARE, key,
					(key != null) ? reason : seat.name() + " can't go along: " + reason);
		}
		catch (Throwable ex) {
			// An exception may be of a class of its own, with code of its own.
			return failed(seat, "prepare", Problem.Stage.PREPARE, veto);
		}
	}

	private Problem failed(ParticipantRunner<T> seat, String step, Problem.Stage stage, Throwable failure) {
		String headline = seat.name() + " failed to " + step + " version " + this.transition.current().version();
		if (failure instanceof CancellationException && seat.isClosed()) {
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

	private record Part<T>(ParticipantRunner<T> seat, Prepared prepared) {

	}

}
