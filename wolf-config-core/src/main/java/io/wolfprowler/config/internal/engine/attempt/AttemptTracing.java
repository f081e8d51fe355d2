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
package io.wolfprowler.config.internal.engine.attempt;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spi.ConfigTracer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Traces attempts. A tracer that throws is logged and does not affect the attempt.
 *
 * @param manager the name of the manager
 * @param tracers surround the attempts, the first outermost
 */
public record AttemptTracing(String manager, List<ConfigTracer> tracers) {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final ConfigTracer.Trace NONE = (attempt) -> {
	};

	private static final Subscription NOT_ENTERED = () -> {
	};

	private static final ThreadLocal<@Nullable List<ConfigTracer.Trace>> active = new ThreadLocal<>();

	/** Make an attempt, or one pass of it, within a trace. */
	<O extends AttemptOutcome> O around(Cause cause, Supplier<O> attempt) {
		List<ConfigTracer.Trace> traces = this.tracers.stream().map((tracer) -> begin(tracer, cause)).toList();
		ConfigAttempt made = null;
		active.set(traces);
		try {
			O outcome = attempt.get();
			made = (outcome instanceof AttemptOutcome.Settled settled) ? settled.attempt() : null;
			return outcome;
		}
		finally {
			active.remove();
			for (int i = traces.size() - 1; i >= 0; i--) {
				end(traces.get(i), made);
			}
		}
	}

	/**
	 * Return a task that is part of the attempt of the current thread, if it makes one.
	 * @param task the task
	 * @return the task within the traces of the attempt
	 */
	public static Runnable within(Runnable task) {
		List<ConfigTracer.Trace> traces = active.get();
		return (traces != null) ? () -> run(task, traces.iterator()) : task;
	}

	private static void run(Runnable task, Iterator<ConfigTracer.Trace> traces) {
		if (!traces.hasNext()) {
			task.run();
			return;
		}
		Subscription entered = enter(traces.next());
		try {
			run(task, traces);
		}
		finally {
			leave(entered);
		}
	}

	private ConfigTracer.Trace begin(ConfigTracer tracer, Cause cause) {
		try {
			return tracer.begin(this.manager, cause);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			failed(tracer, ex);
			return NONE;
		}
	}

	private static void end(ConfigTracer.Trace trace, @Nullable ConfigAttempt attempt) {
		try {
			trace.end(attempt);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			failed(trace, ex);
		}
	}

	private static Subscription enter(ConfigTracer.Trace trace) {
		try {
			return trace.enter();
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			failed(trace, ex);
			return NOT_ENTERED;
		}
	}

	private static void leave(Subscription entered) {
		try {
			entered.close();
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			failed(entered, ex);
		}
	}

	private static void failed(Object code, Throwable failure) {
		logger.error(code.getClass().getName() + " failed to trace an attempt, which goes on", failure);
	}

}
