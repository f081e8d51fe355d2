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

import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigTransition;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The place of one participant. It is not called while an earlier call of it has not
 * returned.
 *
 * @param <T> the type of the configuration
 */
final class Seat<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final ConfigParticipant<T> participant;

	private final TimedCalls calls;

	private volatile @Nullable TimedCall<?> call;

	@SuppressWarnings("unchecked")
	Seat(ConfigParticipant<? super T> participant, TimedCalls calls) {
		// A transition is only read, so one to a T is one to a supertype of T.
		this.participant = (ConfigParticipant<T>) participant;
		this.calls = calls;
	}

	String name() {
		return this.participant.getClass().getName();
	}

	/** Let it prepare; when it does so too late, it is rolled back there and then. */
	Prepared prepare(ConfigTransition<T> transition) throws Throwable {
		return make(() -> prepared(transition), this::rollbackLate);
	}

	void commit(Prepared prepared) throws Throwable {
		make(run(prepared::commit), (nothing) -> logger.warn(name() + " has committed at last"));
	}

	void rollback(Prepared prepared) throws Throwable {
		make(run(prepared::rollback), (nothing) -> logger.warn(name() + " has rolled back at last"));
	}

	/** Don't wait any longer for the call that is being made. */
	void giveUp(String reason) {
		TimedCall<?> present = this.call;
		if (present != null) {
			present.giveUp(reason);
		}
	}

	private <R extends @Nullable Object> R make(Callable<R> code, Consumer<R> late) throws Throwable {
		TimedCall<?> earlier = this.call;
		if (earlier != null && !earlier.isOver()) {
			throw new TimeoutException("it is still busy with an earlier change");
		}
		TimedCall<R> next = new TimedCall<>(code, late);
		this.call = next;
		return this.calls.make(next);
	}

	private Prepared prepared(ConfigTransition<T> transition) {
		Prepared prepared = this.participant.prepare(transition);
		if (prepared == null) {
			throw new IllegalStateException("it returned null; where there is nothing to do, return Prepared.NOTHING");
		}
		return prepared;
	}

	private void rollbackLate(Prepared prepared) {
		try {
			prepared.rollback();
		}
		catch (RuntimeException | Error ex) {
			logger.error(name() + ", which was given up, failed to roll back", ex);
		}
	}

	private static Callable<@Nullable Void> run(Runnable code) {
		return () -> {
			code.run();
			return null;
		};
	}

}
