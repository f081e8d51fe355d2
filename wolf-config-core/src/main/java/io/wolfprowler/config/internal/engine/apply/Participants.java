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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.engine.notify.FailureLog;
import io.wolfprowler.config.spi.ListenerCall;

/**
 * The participants of a manager, in the order they were added.
 *
 * @param <T> the type of the configuration
 */
public final class Participants<T> {

	private final List<ParticipantRunner<T>> runners = new CopyOnWriteArrayList<>();

	private final DeadlineExecutor executor;

	private final LongSupplier ticker;

	private final Consumer<ListenerCall> report;

	private volatile boolean closed;

	/**
	 * Create an empty list.
	 * @param executor calls the participants
	 * @param ticker monotonic nanoseconds
	 * @param report is passed each call when it has returned; never throws
	 */
	public Participants(DeadlineExecutor executor, LongSupplier ticker, Consumer<ListenerCall> report) {
		this.executor = executor;
		this.ticker = ticker;
		this.report = report;
	}

	/**
	 * Return whether the current thread runs a participant.
	 * @return whether it does
	 */
	public boolean isTakingPart() {
		return this.executor.isWithin();
	}

	Subscription add(ConfigParticipant<? super T> participant) {
		ParticipantRunner<T> runner = new ParticipantRunner<>(participant, this.executor, this.ticker, this.report);
		this.runners.add(runner);
		return () -> this.runners.remove(runner);
	}

	/**
	 * Let the participants prepare, one after the other, until one fails or vetoes.
	 * @param mask masks the secrets in texts of others
	 */
	PreparedChange<T> prepare(ConfigTransition<T> transition, UnaryOperator<String> mask) {
		PreparedChange<T> change = new PreparedChange<>(transition, new FailureLog(mask));
		for (ParticipantRunner<T> runner : this.runners) {
			if (this.closed || !change.prepare(runner)) {
				break;
			}
		}
		return change;
	}

	/** Start no participant any more, and wait for none that prepares. */
	void close() {
		this.closed = true;
		if (!isTakingPart()) {
			this.runners.forEach(ParticipantRunner::close);
		}
	}

}
