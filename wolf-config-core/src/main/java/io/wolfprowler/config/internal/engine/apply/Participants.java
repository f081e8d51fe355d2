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
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.engine.notify.FailureLog;

/**
 * Those who take part in a change, in the order they were added.
 *
 * @param <T> the type of the configuration
 */
public final class Participants<T> {

	private final List<ParticipantRunner<T>> seats = new CopyOnWriteArrayList<>();

	private final DeadlineExecutor calls;

	private final ParticipantTimer measured;

	private volatile boolean closed;

	public Participants(DeadlineExecutor calls, ParticipantTimer measured) {
		this.measured = measured;
		this.calls = calls;
	}

	public Subscription add(ConfigParticipant<? super T> participant) {
		ParticipantRunner<T> seat = new ParticipantRunner<>(participant, this.calls);
		this.seats.add(seat);
		return () -> this.seats.remove(seat);
	}

	/** Return whether the current thread is inside a participant. */
	public boolean isTakingPart() {
		return this.calls.isWithin();
	}

	/**
	 * Let everyone prepare, until somebody can't.
	 * @param mask takes the secrets out of texts that others have written
	 */
	public PreparedChange<T> prepare(ConfigTransition<T> transition, UnaryOperator<String> mask) {
		PreparedChange<T> preparation = new PreparedChange<>(transition, new FailureLog(mask), this.measured);
		for (ParticipantRunner<T> seat : this.seats) {
			if (this.closed || !preparation.add(seat)) {
				break;
			}
		}
		return preparation;
	}

	/** Let nobody begin any more, and wait for nobody who prepares. */
	public void close() {
		this.closed = true;
		if (!isTakingPart()) {
			this.seats.forEach(ParticipantRunner::close);
		}
	}

}
