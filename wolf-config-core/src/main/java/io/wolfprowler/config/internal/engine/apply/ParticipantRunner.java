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

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.internal.engine.notify.FailureLog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The place of one participant. It is not called while an earlier call of it has not
 * returned.
 *
 * @param <T> the type of the configuration
 */
final class ParticipantRunner<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigParticipant<T> participant;

	private final DeadlineExecutor calls;

	private volatile @Nullable DeadlineTask<?> call;

	private volatile @Nullable DeadlineTask<Prepared> preparing;

	private volatile boolean closed;

	@SuppressWarnings("unchecked")
	ParticipantRunner(ConfigParticipant<? super T> participant, DeadlineExecutor calls) {
		// A transition is only read, so one to a T is one to a supertype of T.
		this.participant = (ConfigParticipant<T>) participant;
		this.calls = calls;
	}

	String name() {
		return this.participant.getClass().getName();
	}

	/**
	 * Let it prepare; when it does so too late, it is rolled back there and then.
	 * @throws Throwable why it can't go along; a {@link CancellationException} when it is
	 * no longer asked to
	 */
	Prepared prepare(ConfigTransition<T> transition, FailureLog log) throws Throwable {
		DeadlineTask<Prepared> next = new DeadlineTask<>(() -> prepared(transition),
				(prepared) -> rollbackLate(prepared, log), (failure) -> failedLate("prepare", failure, log));
		occupy(next);
		this.preparing = next;
		if (this.closed) {
			next.giveUp(closing());
		}
		try {
			return this.calls.make(next);
		}
		finally {
			this.preparing = null;
		}
	}

	void commit(Prepared prepared, FailureLog log) throws Throwable {
		finish("commit", prepared::commit, log);
	}

	void rollback(Prepared prepared, FailureLog log) throws Throwable {
		finish("roll back", prepared::rollback, log);
	}

	boolean isClosed() {
		return this.closed;
	}

	/** Don't wait any longer for what it prepares; what it finishes it may finish. */
	void close() {
		this.closed = true;
		DeadlineTask<Prepared> present = this.preparing;
		if (present != null) {
			present.giveUp(closing());
		}
	}

	private void finish(String step, Runnable code, FailureLog log) throws Throwable {
		DeadlineTask<@Nullable Void> next = new DeadlineTask<>(() -> {
			code.run();
			return null;
		}, (nothing) -> logger.warn(name() + ", which was given up, has managed to " + step + " after all"),
				(failure) -> failedLate(step, failure, log));
		occupy(next);
		this.calls.makeSurely(next);
	}

	private void occupy(DeadlineTask<?> next) throws TimeoutException {
		DeadlineTask<?> earlier = this.call;
		if (earlier != null && !earlier.isOver()) {
			throw earlier.timeout("it is still busy with an earlier change");
		}
		this.call = next;
	}

	private Prepared prepared(ConfigTransition<T> transition) {
		Prepared prepared = this.participant.prepare(transition);
		if (prepared == null) {
			throw new IllegalStateException("it returned null; where there is nothing to do, return Prepared.NOTHING");
		}
		return prepared;
	}

	private void rollbackLate(Prepared prepared, FailureLog log) {
		try {
			prepared.rollback();
		}
		catch (Throwable ex) {
			failedLate("roll back", ex, log);
		}
	}

	private void failedLate(String step, Throwable failure, FailureLog log) {
		log.warn(name() + ", which was given up, has failed to " + step, failure);
	}

	private static CancellationException closing() {
		return new CancellationException("the configuration manager is closed");
	}

}
