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
package io.wolfprowler.config.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Problem;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the participants have prepared for one change: all of it is committed, or all of
 * it is rolled back.
 *
 * @param <T> the type of the configuration
 */
final class Preparation<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigTransition<T> transition;

	private final UnaryOperator<String> mask;

	private final Deque<Part<T>> parts = new ArrayDeque<>();

	private @Nullable Problem veto;

	Preparation(ConfigTransition<T> transition, UnaryOperator<String> mask) {
		this.transition = transition;
		this.mask = mask;
	}

	/** Let one more prepare, and return whether it could. */
	boolean add(Seat<T> seat) {
		try {
			this.parts.addLast(new Part<>(seat, seat.prepare(this.transition)));
			return true;
		}
		catch (ConfigVetoException ex) {
			String reason = String.valueOf(ex.getMessage());
			this.veto = problem(Problem.Stage.PREPARE, ex.getKey(),
					(ex.getKey() != null) ? reason : seat.name() + " can't go along: " + reason);
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
		for (Part<T> part = this.parts.pollLast(); part != null; part = this.parts.pollLast()) {
			try {
				part.seat().rollback(part.prepared());
			}
			catch (Throwable ex) {
				failed(part.seat(), "roll back", Problem.Stage.PREPARE, ex);
			}
		}
	}

	/** Let everyone act, and return who has failed to. */
	List<Problem> commit() {
		List<Problem> failures = new ArrayList<>();
		for (Part<T> part : this.parts) {
			try {
				part.seat().commit(part.prepared());
			}
			catch (Throwable ex) {
				failures.add(failed(part.seat(), "commit", Problem.Stage.COMMIT, ex));
			}
		}
		return failures;
	}

	private Problem failed(Seat<T> seat, String step, Problem.Stage stage, Throwable failure) {
		String headline = seat.name() + " failed to " + step + " version " + this.transition.current().version();
		try {
			logger.error(headline, failure);
		}
		catch (Throwable ex) {
			// Its message or stack can't be had, which is its own code, too.
			logger.error(headline + ": " + failure.getClass().getName());
		}
		return problem(stage, null, headline + ": " + reason(failure));
	}

	private static String reason(Throwable failure) {
		try {
			return (failure instanceof TimeoutException) ? String.valueOf(failure.getMessage()) : failure.toString();
		}
		catch (Throwable ex) {
			return failure.getClass().getName();
		}
	}

	private Problem problem(Problem.Stage stage, @Nullable String key, String message) {
		return new Problem(stage, key, 0, 0, this.mask.apply(message));
	}

	private record Part<T>(Seat<T> seat, Prepared prepared) {

	}

}
