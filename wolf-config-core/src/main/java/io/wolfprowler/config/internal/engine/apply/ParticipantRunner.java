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

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.internal.engine.notify.FailureLog;
import io.wolfprowler.config.spi.ListenerCall;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Calls one participant, each time with a deadline. The participant is not called again
 * while an earlier call has not returned.
 *
 * @param <T> the type of the configuration
 */
final class ParticipantRunner<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigParticipant<T> participant;

	private final DeadlineExecutor executor;

	private final LongSupplier ticker;

	private final Consumer<ListenerCall> report;

	private volatile @Nullable DeadlineTask<?> task;

	private volatile @Nullable DeadlineTask<Prepared> preparing;

	private volatile boolean closed;

	@SuppressWarnings("unchecked")
	ParticipantRunner(ConfigParticipant<? super T> participant, DeadlineExecutor executor, LongSupplier ticker,
			Consumer<ListenerCall> report) {
		// A transition is only read, so one to a T is one to a supertype of T.
		this.participant = (ConfigParticipant<T>) participant;
		this.executor = executor;
		this.ticker = ticker;
		this.report = report;
	}

	String name() {
		return this.participant.getClass().getName();
	}

	/**
	 * Call {@code prepare}. A participant that misses the deadline is rolled back as soon
	 * as it returns.
	 * @throws Throwable what the participant throws; a {@link CancellationException} when
	 * the manager is closed
	 */
	Prepared prepare(ConfigTransition<T> transition, FailureLog log) throws Throwable {
		return timed(ListenerCall.Kind.PREPARE, () -> prepareInTime(transition, log));
	}

	void commit(Prepared prepared, FailureLog log) throws Throwable {
		timed(ListenerCall.Kind.COMMIT, () -> finish("commit", prepared::commit, log));
	}

	void rollback(Prepared prepared, FailureLog log) throws Throwable {
		timed(ListenerCall.Kind.ROLLBACK, () -> finish("roll back", prepared::rollback, log));
	}

	boolean isClosed() {
		return this.closed;
	}

	/** Wait no longer for a participant that prepares; commits and rollbacks go on. */
	void close() {
		this.closed = true;
		DeadlineTask<Prepared> present = this.preparing;
		if (present != null) {
			present.abandon(closing());
		}
	}

	private Prepared prepareInTime(ConfigTransition<T> transition, FailureLog log) throws Throwable {
		DeadlineTask<Prepared> next = new DeadlineTask<>(() -> prepared(transition),
				(prepared) -> rollbackLate(prepared, log), (failure) -> failedLate("prepare", failure, log));
		occupy(next);
		this.preparing = next;
		if (this.closed) {
			next.abandon(closing());
		}
		try {
			return this.executor.call(next);
		}
		finally {
			this.preparing = null;
		}
	}

	private boolean finish(String step, Runnable code, FailureLog log) throws Throwable {
		DeadlineTask<Boolean> next = new DeadlineTask<>(() -> {
			code.run();
			return true;
		}, (done) -> logger.warn(name() + " has managed to " + step + " after its deadline"),
				(failure) -> failedLate(step, failure, log));
		occupy(next);
		return this.executor.callInAnyCase(next);
	}

	private void occupy(DeadlineTask<?> next) throws TimeoutException {
		DeadlineTask<?> earlier = this.task;
		if (earlier != null && !earlier.isOver()) {
			throw earlier.timeout("it is still busy with an earlier change");
		}
		this.task = next;
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
		log.warn(name() + " has failed to " + step + " after its deadline", failure);
	}

	private static CancellationException closing() {
		return new CancellationException("the configuration manager is closed");
	}

	private <R> R timed(ListenerCall.Kind kind, Call<R> call) throws Throwable {
		long start = this.ticker.getAsLong();
		boolean failed = true;
		try {
			R result = call.call();
			failed = false;
			return result;
		}
		finally {
			Duration elapsed = Duration.ofNanos(this.ticker.getAsLong() - start);
			this.report.accept(new ListenerCall(kind, name(), elapsed, failed));
		}
	}

	private interface Call<R> {

		R call() throws Throwable;

	}

}
